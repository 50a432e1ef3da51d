package dev.bellwether.alert.web;

import dev.bellwether.alert.page.Page;
import dev.bellwether.alert.policy.Silence;
import dev.bellwether.alert.silence.ListedSilence;
import dev.bellwether.alert.silence.Silences;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Silences and maintenance. A customer success manager may silence what they themselves are told, a manager anything. */
@Path("/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class SilencesResource {

    private final Silences silences;
    private final Caller caller;

    SilencesResource(Silences silences, Caller caller) {
        this.silences = silences;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Silences that run or are to begin, newest first")
    public Uni<Page<ListedSilence>> running(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return silences.running(Parameters.limit(limit), Parameters.cursor(cursor, Parameters::isUuid));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell nothing of this until then; what was held back is decided again at the end")
    public Uni<Response> begin(@Nullable String body) {
        return silences.begin(Body.json(body), caller.email(), this::allowed)
                .map(silence ->
                        Response.status(Response.Status.CREATED).entity(silence).build());
    }

    private boolean allowed(Silence silence) {
        return caller.seesAll()
                || silence.target()
                        .person()
                        .map(caller.email()::equalsIgnoreCase)
                        .orElse(false);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends a silence before its time")
    public Uni<Response> end(@RestPath UUID id) {
        return silences.end(id, caller.email(), caller.seesAll()).map(ending -> switch (ending) {
            case ENDED -> Response.noContent().build();
            case NOT_FOUND, NOT_YOURS ->
                ProblemDocument.response(404, "not-found", "Not found", "there is no such silence of yours");
        });
    }
}
