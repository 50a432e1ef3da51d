package dev.bellwether.renewal.api;

import dev.bellwether.renewal.forecast.Forecasts;
import dev.bellwether.renewal.forecast.Outlook;
import dev.bellwether.renewal.forecast.Predictions;
import dev.bellwether.renewal.forecast.Quarter;
import dev.bellwether.renewal.forecast.Snapshots;
import dev.bellwether.renewal.ledger.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What quarters will bring, and what was foretold of them. */
@Path("/v1/forecast")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class ForecastResource {

    private final Forecasts forecasts;
    private final Predictions predictions;
    private final Snapshots snapshots;
    private final Caller caller;
    private final InstantSource clock;

    ForecastResource(
            Forecasts forecasts, Predictions predictions, Snapshots snapshots, Caller caller, InstantSource clock) {
        this.forecasts = forecasts;
        this.predictions = predictions;
        this.snapshots = snapshots;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What a quarter's renewals will bring",
            description = "By currency, and by owner or segment if asked. A csm sees the accounts that are theirs now.")
    public Uni<ForecastView> forecast(@BeanParam ForecastQuery query) {
        LocalDate today = today();
        Quarter quarter = query.quarter(today);
        Asked asked = asked(query, today);
        return forecasts
                .due(asked, quarter, today)
                .chain(due -> predictions
                        .reliability()
                        .map(reliability ->
                                ForecastView.of(quarter, today, asked.by().word(), due, reliability)));
    }

    @GET
    @Path("/lines")
    @Operation(
            summary = "The terms that these figures are the sums of",
            description = "Takes the same parameters as the figures, and the outlook.")
    public Uni<ForecastLines> lines(
            @BeanParam ForecastQuery query,
            @QueryParam("outlook")
                    @Parameter(description = "renewed, commit, bestCase, atRisk, uncalled or lost; default: all")
                    @Nullable
                    String outlookText,
            @QueryParam("limit") @Parameter(description = "1 … 200, default 50") @Nullable String limitText,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        LocalDate today = today();
        Outlook outlook = ForecastQuery.outlook(outlookText);
        int limit = Texts.limit(limitText, 50);
        return forecasts
                .due(asked(query, today), query.quarter(today), today)
                .map(due -> ForecastLines.of(due, outlook, limit, cursor));
    }

    /**
     * What was foretold of a quarter on a day, in one currency; ARR in minor units.
     *
     * @param expected with {@code low} and {@code high} around it
     */
    record SnapshotView(
            LocalDate takenOn,
            String currency,
            BigDecimal due,
            BigDecimal renewed,
            BigDecimal commit,
            BigDecimal bestCase,
            BigDecimal atRisk,
            BigDecimal uncalled,
            BigDecimal lost,
            BigDecimal expected,
            BigDecimal low,
            BigDecimal high) {

        static SnapshotView of(Object[] row) {
            return new SnapshotView(
                    (LocalDate) row[0],
                    (String) row[1],
                    amount(row[2]),
                    amount(row[3]),
                    amount(row[4]),
                    amount(row[5]),
                    amount(row[6]),
                    amount(row[7]),
                    amount(row[8]),
                    amount(row[9]),
                    amount(row[10]),
                    amount(row[11]));
        }

        private static BigDecimal amount(Object value) {
            return (BigDecimal) value;
        }
    }

    /** What was foretold of a quarter, the oldest first. */
    record HistoryView(String quarter, List<SnapshotView> items) {}

    @GET
    @Path("/history")
    @Operation(summary = "What was foretold of a quarter day by day, to be held against what it brought")
    public Uni<HistoryView> history(@QueryParam("quarter") @Nullable String quarterText) {
        Quarter quarter = ForecastQuery.quarter(quarterText, today());
        return snapshots
                .of(quarter, caller.ownerShown(null).orElse(""))
                .map(rows -> new HistoryView(
                        quarter.toString(), rows.stream().map(SnapshotView::of).toList()));
    }

    private LocalDate today() {
        return clock.instant().atZone(forecasts.zone()).toLocalDate();
    }

    private Asked asked(ForecastQuery query, LocalDate today) {
        return query.asked(today, forecasts.zone(), caller.ownerShown(null));
    }
}
