package dev.bellwether.health.letters;

import dev.bellwether.health.api.PageSize;
import dev.bellwether.health.api.Refusal;
import dev.bellwether.health.api.Roles;
import dev.bellwether.health.api.Texts;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What could not be understood, from every consumer and door: to find, to look at, and to send again after a fix. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@Tag(name = "dead letters")
@Blocking
public class DeadLettersResource {

    private static final String REASON = "part of the reason, in any case";
    private static final String ORIGIN = "name of the topic or door that it was refused on";
    private static final String ACCOUNT = "account id: the key, without one the subject of the event";
    private static final String FORCE = "true: although it was replayed before";

    private final LetterList letters;
    private final Replaying replaying;
    private final MassReplay massReplay;
    private final SecurityIdentity caller;

    DeadLettersResource(LetterList letters, Replaying replaying, MassReplay massReplay, SecurityIdentity caller) {
        this.letters = letters;
        this.replaying = replaying;
        this.massReplay = massReplay;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Dead letters, newest first",
            description =
                    "A page looks through a limited number of letters: with a filter it can be short, or empty, and"
                            + " still have a nextCursor.")
    public LetterPage list(
            @QueryParam("reason") @Parameter(description = REASON) @Nullable String reason,
            @QueryParam("origin") @Parameter(description = ORIGIN) @Nullable String origin,
            @QueryParam("account") @Parameter(description = ACCOUNT) @Nullable String account,
            @QueryParam("limit") @Parameter(description = "1 … 200, 50 when not given") @Nullable String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        return letters.page(filter(reason, origin, account), PageSize.of(limit), Position.of(cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One letter with its headers and its original bytes",
            description = "Bytes that are UTF-8 are given as that text, others as base64; encoding says which.")
    @APIResponse(responseCode = "200", description = "the letter")
    @APIResponse(responseCode = "404", description = "there is none, or its retention has passed")
    public LetterDocument one(@RestPath String id) {
        return letters.one(LetterId.of(id));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            summary = "Sends the letter's bytes, key and headers again to the topic they came from",
            description =
                    "When its type belongs on another topic, to that. An event without a time gets the time at which"
                            + " it had arrived. An event that the door for CloudEvents refused is judged again and sent as the"
                            + " door would have. The answer comes after the acknowledgement of all in-sync replicas; a record that"
                            + " is still bad becomes a new letter.")
    @APIResponse(responseCode = "200", description = "where it lies now")
    @APIResponse(responseCode = "404", description = "there is none, or its retention has passed")
    @APIResponse(
            responseCode = "409",
            description = "it was replayed before, or cannot be: shortened, or of a form that only its door reads")
    @APIResponse(responseCode = "422", description = "an event of the door for CloudEvents that is still not valid")
    public ReplayAnswer replay(
            @RestPath String id, @QueryParam("force") @Parameter(description = FORCE) @Nullable String force) {
        return replaying.replay(LetterId.of(id), yes("force", force), name());
    }

    @POST
    @Path("/replay")
    @Operation(
            summary = "Replays every letter that matches",
            description =
                    "Up to a limit; when the answer has a nextCursor, a call with it goes on. A record is sent once,"
                            + " however many letters there are about it.")
    public ReplayCounts replayAll(
            @QueryParam("reason") @Parameter(description = REASON) @Nullable String reason,
            @QueryParam("origin") @Parameter(description = ORIGIN) @Nullable String origin,
            @QueryParam("account") @Parameter(description = ACCOUNT) @Nullable String account,
            @QueryParam("force") @Parameter(description = FORCE) @Nullable String force,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the call before") @Nullable String cursor) {
        return massReplay.replay(filter(reason, origin, account), Position.of(cursor), yes("force", force), name());
    }

    private static LetterFilter filter(@Nullable String reason, @Nullable String origin, @Nullable String account) {
        return new LetterFilter(
                Texts.storable("reason", reason), Texts.storable("origin", origin), Texts.storable("account", account));
    }

    private static boolean yes(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Refusal.badParameter(parameter, "must be true or false");
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
