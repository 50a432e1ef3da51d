package dev.bellwether.ingest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes a request and does nothing with it, so that a measure can tell the doors' work from the way there. Off by default. */
@Path("/v1/echo")
@PermitAll
public class EchoResource {

    private final boolean open;

    EchoResource(IngestSettings settings) {
        this.open = settings.echo();
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String nothing(byte[] body) {
        if (!open) {
            throw new NotFoundException();
        }
        return "{\"success\":true}";
    }
}
