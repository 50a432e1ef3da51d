package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.segment.call.Kind;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
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
    public CompletionStage<Response> track(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Single(Kind.TRACK), body, request);
    }

    @POST
    @Path("identify")
    @Operation(
            summary = "Describes a user",
            description = "Traits email, name, role or title, champion, internal, deactivated.")
    public CompletionStage<Response> identify(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Single(Kind.IDENTIFY), body, request);
    }

    @POST
    @Path("group")
    @Operation(
            summary = "Describes an account, and says that the user belongs to it",
            description = "Traits name, owner, segment or industry, stage or plan, seats, currency, timeZone, parent, "
                    + "status, churnedOn, churnReason; all others are kept as traits.")
    public CompletionStage<Response> group(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Single(Kind.GROUP), body, request);
    }

    @POST
    @Path("page")
    @Operation(summary = "A user saw a page", description = "Becomes a usage fact: feature = Viewed NAME.")
    public CompletionStage<Response> page(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Single(Kind.PAGE), body, request);
    }

    @POST
    @Path("screen")
    @Operation(summary = "A user saw a screen", description = "Becomes a usage fact: feature = Viewed NAME.")
    public CompletionStage<Response> screen(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Single(Kind.SCREEN), body, request);
    }

    @POST
    @Path("alias")
    @Operation(
            summary = "Two ids are the same user",
            description = "The unknown one gets the account of the other, now or once that one has any.")
    public CompletionStage<Response> alias(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Single(Kind.ALIAS), body, request);
    }

    @POST
    @Path("batch")
    @Operation(
            summary = "Many calls at once",
            description = "A bad call among good ones becomes a dead letter with its reason; the good ones go on.")
    public CompletionStage<Response> batch(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Batch(), body, request);
    }

    @POST
    @Path("import")
    @Operation(summary = "The same as batch, as the Java client calls it")
    public CompletionStage<Response> imported(byte[] body, @Context HttpServerRequest request) {
        return door.receive(new Form.Batch(), body, request);
    }

    @POST
    @Path("{letter: [tigpsab]}")
    @Operation(hidden = true)
    public CompletionStage<Response> byLetter(
            @PathParam("letter") String letter, byte[] body, @Context HttpServerRequest request) {
        Kind kind = Kind.ofLetter(letter);
        if (kind == null && !letter.equals("b")) {
            throw new NotFoundException();
        }
        return door.receive(kind == null ? new Form.Batch() : new Form.Single(kind), body, request);
    }
}
