package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.segment.call.Kind;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Segment's HTTP tracking API, as its official clients speak it. The body is JSON whatever its content type says, for
 * some clients call it a form or plain text. The write key is checked by the door itself, for it may lie in the body.
 */
@Path("/v1")
@PermitAll
@NonBlocking
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Segment", description = "Segment's HTTP tracking API")
@APIResponse(responseCode = "200", description = "Durable: {\"success\": true}")
@APIResponse(responseCode = "400", description = "Invalid or too large; the message names the field")
@APIResponse(responseCode = "401", description = "The write key is missing or unknown")
@APIResponse(responseCode = "429", description = "The source sends faster than it may; repeat after Retry-After")
@APIResponse(responseCode = "503", description = "Not accepted; repeat after Retry-After seconds")
public class SegmentResource {

    private static final Pattern PATHS =
            Pattern.compile("/v1/([tigpsab]|track|identify|group|page|screen|alias|batch|import)/?");

    private final SegmentDoor door;

    SegmentResource(SegmentDoor door) {
        this.door = door;
    }

    static boolean isPath(String path) {
        return PATHS.matcher(path).matches();
    }

    @POST
    @Path("track")
    @Operation(summary = "A user used a feature", description = "Becomes a usage fact: feature = event.")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> track(@Context RoutingContext context) {
        return door.receive(new Form.Single(Kind.TRACK), context);
    }

    @POST
    @Path("identify")
    @Operation(
            summary = "Describes a user",
            description = "Traits email, name, role or title, champion, internal, deactivated.")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> identify(@Context RoutingContext context) {
        return door.receive(new Form.Single(Kind.IDENTIFY), context);
    }

    @POST
    @Path("group")
    @Operation(
            summary = "Describes an account, and says that the user belongs to it",
            description = "Traits name, owner, segment or industry, stage or plan, seats, currency, timeZone, parent, "
                    + "status, churnedOn, churnReason; all others are kept as traits.")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> group(@Context RoutingContext context) {
        return door.receive(new Form.Single(Kind.GROUP), context);
    }

    @POST
    @Path("page")
    @Operation(summary = "A user saw a page", description = "Becomes a usage fact: feature = Viewed NAME.")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> page(@Context RoutingContext context) {
        return door.receive(new Form.Single(Kind.PAGE), context);
    }

    @POST
    @Path("screen")
    @Operation(summary = "A user saw a screen", description = "Becomes a usage fact: feature = Viewed NAME.")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> screen(@Context RoutingContext context) {
        return door.receive(new Form.Single(Kind.SCREEN), context);
    }

    @POST
    @Path("alias")
    @Operation(
            summary = "Two ids are the same user",
            description = "The unknown one gets the account of the other, now or once that one has any.")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> alias(@Context RoutingContext context) {
        return door.receive(new Form.Single(Kind.ALIAS), context);
    }

    @POST
    @Path("batch")
    @Operation(
            summary = "Many calls at once",
            description = "A bad call among good ones becomes a dead letter with its reason; the good ones go on.")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> batch(@Context RoutingContext context) {
        return door.receive(new Form.Batch(), context);
    }

    @POST
    @Path("import")
    @Operation(summary = "The same as batch, as the Java client calls it")
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> imported(@Context RoutingContext context) {
        return door.receive(new Form.Batch(), context);
    }

    @POST
    @Path("{letter: [tigpsab]}")
    @Operation(hidden = true)
    @RequestBody(content = @Content(mediaType = "application/json"))
    public CompletionStage<Response> byLetter(@PathParam("letter") String letter, @Context RoutingContext context) {
        Kind kind = Kind.ofLetter(letter);
        if (kind == null && !letter.equals("b")) {
            throw new NotFoundException();
        }
        return door.receive(kind == null ? new Form.Batch() : new Form.Single(kind), context);
    }
}
