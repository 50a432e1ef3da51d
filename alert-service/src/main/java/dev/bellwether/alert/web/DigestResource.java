package dev.bellwether.alert.web;

import dev.bellwether.alert.digest.Digests;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.MessageJson;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the next digest would hold. */
@Path("/v1/digest")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class DigestResource {

    private final Digests digests;
    private final Caller caller;

    DigestResource(Digests digests, Caller caller) {
        this.digests = digests;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The daily digest of a person as it would be now")
    public Uni<String> preview(@RestQuery @Nullable String owner) {
        String whose = Parameters.text("owner", owner).orElseGet(caller::email);
        if (!caller.seesAll() && !whose.equalsIgnoreCase(caller.email())) {
            throw new ForbiddenException();
        }
        return digests.preview(whose).map((Content digest) -> MessageJson.write(digest));
    }
}
