package dev.bellwether.alert.web;

import dev.bellwether.alert.document.Fault;
import dev.bellwether.alert.document.Faulty;
import dev.bellwether.alert.routing.Rehearsal;
import dev.bellwether.alert.routing.RoutingBook;
import dev.bellwether.alert.routing.RoutingDocument;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The document of routes. */
@Path("/v1/routing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class RoutingResource {

    private final RoutingBook routing;
    private final Rehearsal rehearsal;
    private final Caller caller;

    RoutingResource(RoutingBook routing, Rehearsal rehearsal, Caller caller) {
        this.routing = routing;
        this.rehearsal = rehearsal;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The routes that hold, and since when")
    public Uni<RoutingBook.Version> newest() {
        return routing.newest();
    }

    @PUT
    @RolesAllowed({"manager", "admin"})
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    @Operation(summary = "Other routes, in JSON or YAML; earlier versions are kept")
    public Uni<RoutingBook.Version> put(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new Faulty(List.of(new Fault("", "must be an object")));
        }
        return routing.put(RoutingDocument.sent(body), caller.email());
    }

    @POST
    @Path("/test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who would be told of such an alert, when, on which channel, and why")
    public Uni<Rehearsal.Answer> test(@Nullable String body) {
        return rehearsal.of(Body.json(body));
    }
}
