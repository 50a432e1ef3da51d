package dev.bellwether.renewal.api;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.churn.Churn;
import dev.bellwether.renewal.churn.Lost;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Who was lost, and who might be won back. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class ChurnedResource {

    private final Churn churn;
    private final Caller caller;
    private final RenewalSettings settings;
    private final InstantSource clock;

    ChurnedResource(Churn churn, Caller caller, RenewalSettings settings, InstantSource clock) {
        this.churn = churn;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a caller may ask of these lists. */
    record Query(
            @QueryParam("owner") @Parameter(description = "E-mail of the customer success manager") @Nullable
            String owner,

            @QueryParam("cause") @Parameter(description = "One of GET /v1/causes") @Nullable
            String cause,

            @QueryParam("limit") @Parameter(description = "1 … 200, default 50") @Nullable
            String limitText,

            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable
            String cursor) {

        int limit() {
            return Texts.limit(limitText, 50);
        }

        String after() {
            return cursor == null ? "" : Cursor.read(cursor, 1, List::getFirst);
        }
    }

    /**
     * A page.
     *
     * @param nextCursor null on the last one
     */
    record Page(List<Lost> items, @Nullable String nextCursor) {}

    @GET
    @Path("/churned")
    @Operation(
            summary = "Customers who left, with what they were worth and why they left",
            description = "Accounts that say so themselves, and those whose last subscription ended.")
    public Uni<Page> churned(@BeanParam Query query) {
        return page(query, null);
    }

    @GET
    @Path("/winback")
    @Operation(summary = "Those of them whose cause was fixed after they left")
    public Uni<Page> winback(@BeanParam Query query) {
        return page(query, clock.instant().atZone(settings.zone()).toLocalDate());
    }

    private Uni<Page> page(Query query, @Nullable LocalDate fixedBy) {
        String owner = caller.ownerShown(Texts.storable("owner", query.owner())).orElse("");
        String cause = query.cause() == null ? "" : Causes.known("cause", query.cause(), settings.causes());
        int limit = query.limit();
        return churn.list(new Churn.Wanted(owner, cause, fixedBy, query.after(), limit + 1))
                .map(found -> page(found, limit));
    }

    private static Page page(List<Lost> found, int limit) {
        boolean more = found.size() > limit;
        List<Lost> shown = more ? found.subList(0, limit) : found;
        return new Page(shown, more ? Cursor.write(shown.getLast().accountId()) : null);
    }
}
