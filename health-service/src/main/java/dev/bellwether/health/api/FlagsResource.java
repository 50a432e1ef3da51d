package dev.bellwether.health.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Flags of all accounts. */
@Path("/v1/flags")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CSM, Roles.MANAGER, Roles.OPS, Roles.ADMIN})
@Tag(name = "flags")
public class FlagsResource {

    private static final int MOST = 200;

    private final Mutiny.SessionFactory sessions;
    private final Caller caller;
    private final Views views;

    FlagsResource(Mutiny.SessionFactory sessions, Caller caller, Views views) {
        this.sessions = sessions;
        this.caller = caller;
        this.views = views;
    }

    /** A page of flags; {@code nextCursor} is null on the last. */
    public record FlagPage(List<FlagView> items, @Nullable String nextCursor) {}

    @GET
    @Operation(summary = "Flags with their evidence, newest first")
    public Uni<FlagPage> list(
            @QueryParam("open") @DefaultValue("true") @Parameter(description = "true: open ones only") boolean open,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 … 200") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.badParameter("limit", "must be from 1 to " + MOST);
        }
        Cursor after = Cursor.of(cursor, true);
        String query = "select f from FlagLine f join AccountLine a on a.id = f.accountId where 1 = 1"
                + (open ? " and f.clearedAt is null" : "")
                + (kind == null ? "" : " and f.kind = :kind")
                + (owner == null ? "" : " and a.owner = :owner")
                + (caller.confinedTo().isEmpty() ? "" : " and lower(a.owner) = lower(:me)")
                + (after == null ? "" : " and (f.raisedAt < :at or (f.raisedAt = :at and f.flagId > :id))")
                + " order by f.raisedAt desc, f.flagId";
        return sessions.withSession(session -> {
            var selection = session.createQuery(query, FlagLine.class).setMaxResults(limit + 1);
            if (kind != null) {
                selection.setParameter("kind", kind);
            }
            if (owner != null) {
                selection.setParameter("owner", owner);
            }
            caller.confinedTo().ifPresent(me -> selection.setParameter("me", me));
            if (after != null) {
                selection
                        .setParameter("at", java.time.Instant.parse(after.value()))
                        .setParameter("id", after.accountId());
            }
            return selection.getResultList().map(flags -> page(flags, limit));
        });
    }

    private FlagPage page(List<FlagLine> flags, int limit) {
        List<FlagLine> shown = flags.stream().limit(limit).toList();
        String next = flags.size() <= limit
                ? null
                : new Cursor(shown.getLast().raisedAt.toString(), shown.getLast().flagId).text();
        return new FlagPage(FlagView.of(shown, views), next);
    }
}
