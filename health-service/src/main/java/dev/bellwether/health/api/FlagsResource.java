package dev.bellwether.health.api;

import dev.bellwether.contracts.FlagKind;
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
            @QueryParam("limit") @Parameter(description = "1 … 200, 50 when not given") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = PageSize.of(limit);
        FlagSearch search = new FlagSearch()
                .open(open)
                .kind(Texts.oneOf("kind", kind, FlagKind.values()))
                .owner(Texts.storable("owner", owner))
                .confinedTo(caller.confinedTo().orElse(null))
                .after(Cursor.of(Texts.storable("cursor", cursor), true));
        return sessions.withSession(session -> search.in(session, size + 1)).map(flags -> page(flags, size));
    }

    private FlagPage page(List<FlagLine> flags, int limit) {
        List<FlagLine> shown = flags.stream().limit(limit).toList();
        String next = flags.size() <= limit
                ? null
                : new Cursor(shown.getLast().raisedAt.toString(), shown.getLast().flagId).text();
        return new FlagPage(FlagView.of(shown, views), next);
    }
}
