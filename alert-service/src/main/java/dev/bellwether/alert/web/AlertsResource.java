package dev.bellwether.alert.web;

import dev.bellwether.alert.book.AlertFilter;
import dev.bellwether.alert.book.AlertList;
import dev.bellwether.alert.book.Desk;
import dev.bellwether.alert.book.Handled;
import dev.bellwether.alert.book.ListedAlert;
import dev.bellwether.alert.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The alerts: a customer success manager meets those of their own accounts, a manager all. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class AlertsResource {

    private static final List<String> STATUSES = List.of("open", "acknowledged", "resolved", "cleared", "superseded");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AlertList alerts;
    private final Desk desk;
    private final Caller caller;

    AlertsResource(AlertList alerts, Desk desk, Caller caller) {
        this.alerts = alerts;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Alerts, newest first")
    public Uni<Page<ListedAlert>> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String account,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        Optional<String> asked = Parameters.text("owner", owner);
        if (!caller.seesAll() && asked.isPresent() && !asked.get().equalsIgnoreCase(caller.email())) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return alerts.page(new AlertFilter(
                Parameters.oneOf(
                        "status",
                        status,
                        text -> Optional.of(text).filter(STATUSES::contains),
                        String.join(", ", STATUSES)),
                caller.seesAll() ? asked : Optional.of(caller.email()),
                Parameters.text("account", account),
                Parameters.limit(limit),
                Parameters.cursor(cursor, id -> UUID_FORM.matcher(id).matches())));
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(summary = "Somebody is on it")
    public Uni<Response> acknowledge(@RestPath UUID id) {
        return desk.acknowledge(id, person()).map(AlertsResource::answer);
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(summary = "It is done; only a turn for the worse opens it again")
    public Uni<Response> resolve(@RestPath UUID id) {
        return desk.resolve(id, person()).map(AlertsResource::answer);
    }

    private Desk.Person person() {
        return new Desk.Person(caller.email(), !caller.seesAll());
    }

    private static Response answer(Handled handled) {
        return switch (handled) {
            case Handled.Done done -> Response.ok(done.alert()).build();
            case Handled.NotFound notFound ->
                ProblemDocument.response(404, "not-found", "Not found", "there is no such alert");
            case Handled.Over over ->
                ProblemDocument.response(409, "alert-over", "The alert is over", "the alert is " + over.status());
        };
    }
}
