package dev.bellwether.renewal.api;

import dev.bellwether.renewal.calendar.Calendars;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What calendar programs read. They know no bearer tokens: the address is the secret. */
@Path("/v1/calendar.ics")
@PermitAll
class CalendarFeed {

    private final Calendars calendars;
    private final InstantSource clock;

    CalendarFeed(Calendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GET
    @Produces("text/calendar;charset=UTF-8")
    @Operation(
            summary = "The decision dates of an owner, for calendar programs",
            description = "RFC 5545. Answers If-None-Match with 304.")
    public Uni<Response> feed(
            @QueryParam("token") @Nullable String token,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        if (token == null || token.isBlank()) {
            throw Refusal.notFound("a calendar without a token");
        }
        return calendars
                .read(token, clock.instant())
                .map(found -> answer(found.orElseThrow(() -> Refusal.notFound("a calendar of that token")), known));
    }

    /** What is over goes without a change of anything: no instant tells whether the text is another. */
    private static Response answer(String text, @Nullable String known) {
        EntityTag tag = new EntityTag(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
        Response.ResponseBuilder answer = isKnown(tag, known) ? Response.notModified() : Response.ok(text);
        return answer.tag(tag).header("Cache-Control", "private, no-cache").build();
    }

    /** By the weak comparison of RFC 9110, 13.1.2: a proxy that compresses the answer makes its tag a weak one. */
    private static boolean isKnown(EntityTag tag, @Nullable String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals("*") || one.equals("\"" + tag.getValue() + "\""));
    }
}
