package dev.bellwether.alert.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.document.Fault;
import dev.bellwether.alert.document.Faulty;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.page.Page;
import dev.bellwether.alert.people.Directory;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The people who are told: hours, absences, deputies. Everybody may say it of themselves, a manager of all. */
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class PeopleResource {

    private final Directory directory;
    private final Caller caller;

    PeopleResource(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Those of whom something was said, by address")
    public Uni<Page<JsonNode>> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return directory.page(Parameters.limit(limit), Parameters.cursor(cursor, id -> id.indexOf('\0') < 0));
    }

    @PUT
    @Path("/{email}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces what was said of a person")
    public Uni<JsonNode> put(@RestPath String email, @Nullable String body) {
        if (!caller.seesAll() && !email.equalsIgnoreCase(caller.email())) {
            throw new ForbiddenException();
        }
        return directory.put(address(email), Body.json(body), caller.email());
    }

    private static String address(String email) {
        try {
            return Forms.email(email);
        } catch (IllegalArgumentException e) {
            throw new Faulty(List.of(new Fault("/path/email", "must be " + Forms.AN_EMAIL)));
        }
    }
}
