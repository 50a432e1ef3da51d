package dev.bellwether.ingest.webhook;

import dev.bellwether.ingest.body.HeadersByName;
import dev.bellwether.ingest.webhook.seal.Sealed;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Webhooks of other systems. The door itself checks their signatures, over the bytes as they came; a token of the role ops
 * or admin stands for one, so that what was refused can be sent once more.
 */
@Path("/webhooks")
@PermitAll
@NonBlocking
@Tag(name = "Webhooks", description = "Stripe, Zendesk, Intercom, HubSpot, surveys, mentions, and JSON by a mapping")
public class WebhookResource {

    private final WebhookDoor door;

    WebhookResource(WebhookDoor door) {
        this.door = door;
    }

    @POST
    @Path("{source}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A webhook of a configured source",
            description = "The source's kind says how it is signed and understood. What has no use is counted and "
                    + "acknowledged; what cannot be understood becomes a dead letter and is named in the answer.")
    @APIResponse(responseCode = "200", description = "Kept: how many facts were accepted, parked, unused or rejected")
    @APIResponse(responseCode = "400", description = "The body is not what its Content-Encoding says")
    @APIResponse(
            responseCode = "401",
            description = "No such source, or its signature does not hold, and no token of ops or admin")
    @APIResponse(responseCode = "413", description = "The body is too large, or has too many items")
    @APIResponse(responseCode = "429", description = "The source sends faster than it may; repeat after Retry-After")
    @APIResponse(responseCode = "503", description = "Not accepted; repeat after Retry-After seconds")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public Uni<Response> receive(@PathParam("source") String source, @Context RoutingContext context) {
        HttpServerRequest request = context.request();
        Map<String, String> headers = HeadersByName.of(request);
        return door.receive(source, body -> new Sealed("POST", request.absoluteURI(), headers, body), context);
    }
}
