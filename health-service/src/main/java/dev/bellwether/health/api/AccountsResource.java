package dev.bellwether.health.api;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The portfolio and the single account. */
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CSM, Roles.MANAGER, Roles.OPS, Roles.ADMIN})
@Tag(name = "accounts")
public class AccountsResource {

    private static final String OTHERS_ASK = " Answered 503 with Retry-After while others ask about the past.";

    private final Portfolio portfolio;
    private final AccountPage page;
    private final Caller caller;
    private final Views views;

    AccountsResource(Portfolio portfolio, AccountPage page, Caller caller, Views views) {
        this.portfolio = portfolio;
        this.page = page;
        this.caller = caller;
        this.views = views;
    }

    @GET
    @Operation(
            summary = "The portfolio, worst first",
            description = "A customer success manager sees own accounts, everyone else all.")
    public Uni<PortfolioPage> list(
            @QueryParam("band") @Parameter(description = "red, yellow, green or unknown") @Nullable String band,
            @QueryParam("owner") @Parameter(description = "e-mail of the owner") @Nullable String owner,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("flag") @Parameter(description = "kind of an open flag, such as LATE_PAYMENT") @Nullable
                    String flag,
            @QueryParam("q") @Parameter(description = "part of the name, or the account id") @Nullable String text,
            @QueryParam("sort")
                    @DefaultValue("score")
                    @Parameter(description = "score, wau, trend, arr, daysInactive, renewal or name; with - descending")
                    String sort,
            @QueryParam("limit") @Parameter(description = "1 … 200, 50 when not given") @Nullable String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        Portfolio.Order order = order(sort, PageSize.of(limit), cursor);
        var filter = new Portfolio.Filter(
                Texts.oneOf("band", band, Band.values()),
                Texts.storable("owner", owner),
                Texts.storable("segment", segment),
                Texts.oneOf("flag", flag, FlagKind.values()),
                Texts.storable("q", text),
                caller.confinedTo().orElse(null));
        return portfolio.find(filter, order).map(found -> PortfolioPage.of(found, views));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One account with its score, the parts that add up, its figures and open flags",
            description = "With asOf the figures and the score of that day, from facts that had occurred by its end."
                    + OTHERS_ASK)
    public Uni<AccountAnswer> one(@RestPath String id, @QueryParam("asOf") @Nullable String asOf) {
        LocalDate day = day("asOf", asOf);
        return day == null ? page.now(id, caller.confinedTo()) : page.asOf(id, day, caller.confinedTo());
    }

    @GET
    @Path("/{id}/history")
    @Operation(
            summary = "One point a day: score, band, what each part took, main figures",
            description = "From facts that had occurred by the end of each day. Without days the last 90." + OTHERS_ASK)
    public Uni<HistoryAnswer> history(
            @RestPath String id, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return page.history(id, day("from", from), day("to", to), caller.confinedTo());
    }

    @GET
    @Path("/{id}/why")
    @Operation(
            summary = "Why the score of one day differs from another's: part by part, adding up, with the facts behind",
            description = "Without days today and seven days ago." + OTHERS_ASK)
    public Uni<WhyAnswer> why(
            @RestPath String id, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return page.why(id, day("from", from), day("to", to), caller.confinedTo());
    }

    private static Portfolio.Order order(String sort, int limit, @Nullable String cursor) {
        boolean descending = sort.startsWith("-");
        SortKey key = SortKey.named(descending ? sort.substring(1) : sort)
                .orElseThrow(() -> Refusal.badParameter("sort", "must be one of " + SortKey.names()));
        return new Portfolio.Order(key, descending, limit, Cursor.of(cursor, key.isText()));
    }

    private static @Nullable LocalDate day(String parameter, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.badParameter(parameter, "must be a day like 2026-03-31");
        }
    }
}
