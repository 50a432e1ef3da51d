package dev.bellwether.ingest.cloudevents;

import dev.bellwether.ingest.body.HeadersByName;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CloudEvents 1.0 over HTTP in all its modes. The write key is checked by the door itself, as a bearer or basic one. */
@Path("/v1/events")
@PermitAll
@NonBlocking
@Tag(name = "CloudEvents", description = "Facts as CloudEvents 1.0")
public class EventsResource {

    private final EventsDoor door;

    EventsResource(EventsDoor door) {
        this.door = door;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Facts: bellwether.usage, .user, .account, .invoice, .payment-failed, .ticket, .survey, .mention, "
                            + ".pulse, .contract",
            description = "Structured (application/cloudevents+json), binary (ce- headers) or batched "
                    + "(application/cloudevents-batch+json, or a list as application/json). subject = account id.")
    @APIResponse(responseCode = "202", description = "On the log: how many were accepted, and which were not and why")
    @APIResponse(responseCode = "400", description = "No event could be accepted; errors point at the fields")
    @APIResponse(responseCode = "401", description = "The write key is missing or unknown")
    @APIResponse(responseCode = "413", description = "Body or event too large, or too many events")
    @APIResponse(responseCode = "415", description = "Not a form in which CloudEvents come")
    @APIResponse(responseCode = "429", description = "The source sends faster than it may; repeat after Retry-After")
    @APIResponse(responseCode = "503", description = "Not accepted; repeat after Retry-After seconds")
    @RequestBody(
            content = {
                @Content(mediaType = "application/cloudevents+json"),
                @Content(mediaType = "application/cloudevents-batch+json"),
                @Content(mediaType = "application/json")
            })
    public Uni<Response> receive(@Context RoutingContext context) {
        return door.receive(HeadersByName.of(context.request()), context);
    }
}
