package dev.bellwether.renewal.api;

import dev.bellwether.renewal.calendar.Calendars;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Calendars of renewals: made, listed and revoked. */
@Path("/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class CalendarsResource {

    /** A calendar without its secret. */
    record CalendarView(UUID id, String owner, Instant madeAt, String madeBy) {

        static CalendarView of(Calendars.Known known) {
            return new CalendarView(known.id(), known.owner(), known.madeAt(), known.madeBy());
        }
    }

    /**
     * A new calendar.
     *
     * @param token told this once: whoever knows it reads the calendar
     * @param path below the address of this service
     */
    record NewCalendar(UUID id, String owner, String token, String path) {}

    private final Calendars calendars;
    private final Caller caller;
    private final InstantSource clock;

    CalendarsResource(Calendars calendars, Caller caller, InstantSource clock) {
        this.calendars = calendars;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Make a calendar of decision dates",
            description = "Of your own accounts, or of the owner you name. The token is told this once.")
    public Uni<RestResponse<NewCalendar>> make(@QueryParam("owner") @Nullable String owner) {
        return calendars
                .make(owner(owner), caller.email(), clock.instant())
                .map(made -> RestResponse.status(
                        RestResponse.Status.CREATED,
                        new NewCalendar(
                                made.calendar().id(),
                                made.calendar().owner(),
                                made.token(),
                                "/v1/calendar.ics?token=" + made.token())));
    }

    @GET
    @Operation(summary = "Calendars of an owner; your own, and those that you made, when none is named")
    public Uni<List<CalendarView>> list(@QueryParam("owner") @Nullable String owner) {
        return calendars
                .of(owner(owner), owner == null ? caller.email() : null)
                .map(found -> found.stream().map(CalendarView::of).toList());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a calendar", description = "From now on its address answers nothing.")
    public Uni<RestResponse<Void>> revoke(@PathParam("id") String id) {
        Optional<String> confinedTo = caller.ownerShown(null);
        return calendars.find(uuid(id)).chain(found -> {
            Calendars.Known known = found.filter(calendar -> confinedTo
                            .filter(owner -> !owner.equals(calendar.owner()))
                            .isEmpty())
                    .orElseThrow(() -> Refusal.notFound("calendar " + id));
            return calendars.revoke(known.id()).replaceWith(RestResponse.noContent());
        });
    }

    private String owner(@Nullable String asked) {
        return caller.ownerShown(Texts.storable("owner", asked)).orElseGet(caller::email);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("calendar " + id);
        }
    }
}
