package dev.bellwether.alert.web;

import dev.bellwether.alert.book.AlertFilter;
import dev.bellwether.alert.book.AlertList;
import dev.bellwether.alert.book.Desk;
import dev.bellwether.alert.book.Handled;
import dev.bellwether.alert.book.ListedAlert;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.document.Lint;
import dev.bellwether.alert.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The alerts: a customer success manager meets those of own accounts and those told or given to them, a manager all. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class AlertsResource {

    private static final List<String> STATUSES =
            List.of("open", "snoozed", "acknowledged", "resolved", "cleared", "superseded");

    private static final List<String> VERDICTS = List.of("useful", "knew-it", "false-alarm");

    private final AlertList alerts;
    private final Desk desk;
    private final Caller caller;
    private final InstantSource clock;

    AlertsResource(AlertList alerts, Desk desk, Caller caller, InstantSource clock) {
        this.clock = clock;
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
        return alerts.page(new AlertFilter(
                Parameters.oneOf(
                        "status",
                        status,
                        text -> Optional.of(text).filter(STATUSES::contains),
                        String.join(", ", STATUSES)),
                Parameters.text("owner", owner),
                caller.seesAll() ? Optional.empty() : Optional.of(caller.email()),
                Parameters.text("account", account),
                Parameters.limit(limit),
                Parameters.cursor(cursor, Parameters::isUuid)));
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

    @POST
    @Path("/{id}/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Not now: it is told again at that time, if it stands then")
    public Uni<Response> snooze(@RestPath UUID id, @Nullable String body) {
        Instant now = clock.instant();
        Instant until = Lint.read(Body.json(body), lint -> {
            Instant end = lint.required("until", Forms::moment, Forms.A_MOMENT, now);
            if (!end.isAfter(now)) {
                lint.fault("until", "must be in the future");
            }
            return end;
        });
        return desk.snooze(id, until, person()).map(AlertsResource::answer);
    }

    @POST
    @Path("/{id}/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give it to somebody, who is told")
    public Uni<Response> assign(@RestPath UUID id, @Nullable String body) {
        String to = Lint.read(Body.json(body), lint -> lint.required("to", Forms::email, Forms.AN_EMAIL, ""));
        return desk.assign(id, to, person()).map(AlertsResource::answer);
    }

    @POST
    @Path("/{id}/verdict")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether it was useful, known already, or a false alarm; the newest word counts")
    public Uni<Response> verdict(@RestPath UUID id, @Nullable String body) {
        String verdict = Lint.read(
                Body.json(body),
                lint -> lint.required("verdict", AlertsResource::verdict, "one of " + String.join(", ", VERDICTS), ""));
        return desk.judge(id, verdict, person(), clock.instant()).map(AlertsResource::answer);
    }

    private static String verdict(String text) {
        if (!VERDICTS.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
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
