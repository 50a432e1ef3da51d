package dev.bellwether.renewal.api;

import dev.bellwether.renewal.account.Contracts;
import dev.bellwether.renewal.account.ListedContract;
import dev.bellwether.renewal.account.Wanted;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The list of renewals. */
@Path("/v1/renewals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class RenewalsResource {

    private final Contracts contracts;
    private final Caller caller;
    private final InstantSource clock;

    RenewalsResource(Contracts contracts, Caller caller, InstantSource clock) {
        this.contracts = contracts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Contracts, the next decision first",
            description =
                    "A csm sees the contracts of their own accounts. Without a status, contracts of every status.")
    public Uni<RenewalPage> list(@BeanParam RenewalQuery query) {
        Instant now = clock.instant();
        int limit = query.limitOr(50);
        Wanted wanted = wanted(query, now, limit);
        return contracts.list(wanted).map(found -> page(found, limit, now));
    }

    /** One line more than the page holds shows whether another follows. */
    private Wanted wanted(RenewalQuery query, Instant now, int limit) {
        return new Wanted(
                caller.ownerShown(query.owner()).orElse(null),
                query.status(),
                query.within(),
                now,
                query.after(),
                limit + 1);
    }

    private static RenewalPage page(List<ListedContract> found, int limit, Instant now) {
        boolean more = found.size() > limit;
        List<ListedContract> shown = more ? found.subList(0, limit) : found;
        @Nullable String next = more ? Cursor.write(shown.getLast().place()) : null;
        return new RenewalPage(
                shown.stream().map(line -> RenewalItem.of(line, now)).toList(), next);
    }
}
