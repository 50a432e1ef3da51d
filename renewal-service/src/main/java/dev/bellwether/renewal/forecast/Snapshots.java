package dev.bellwether.renewal.forecast;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.ledger.Asked;
import dev.bellwether.renewal.ledger.Grouping;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what is forecast of this quarter and the three after it, once a day, so that it can be compared later. */
@ApplicationScoped
public class Snapshots {

    private static final int QUARTERS = 4;
    private static final String BEGIN = "insert into forecast_day (taken_on) values (:today) on conflict do nothing";
    private static final String ADD = """
            insert into forecast_snapshot (taken_on, quarter, owner, currency, due, renewed, committed, best_case,
                                           at_risk, uncalled, lost, expected, expected_low, expected_high)
            values (:today, :quarter, :owner, :currency, :due, :renewed, :commit, :bestCase,
                    :atRisk, :uncalled, :lost, :expected, :low, :high)
            on conflict do nothing
            """;
    private static final String LIST = """
            select taken_on, currency, sum(due), sum(renewed), sum(committed), sum(best_case), sum(at_risk),
                   sum(uncalled), sum(lost), sum(expected), sum(expected_low), sum(expected_high)
              from forecast_snapshot
             where quarter = :quarter and (:owner = '' or lower(owner) = :owner)
             group by taken_on, currency order by taken_on, currency
            """;

    /** One owner's part in one currency. */
    private record Part(String owner, String currency) {}

    private final Mutiny.SessionFactory sessions;
    private final Forecasts forecasts;
    private final Predictions predictions;
    private final RenewalSettings settings;

    Snapshots(Mutiny.SessionFactory sessions, Forecasts forecasts, Predictions predictions, RenewalSettings settings) {
        this.sessions = sessions;
        this.forecasts = forecasts;
        this.predictions = predictions;
        this.settings = settings;
    }

    /** Keeps what is foretold on this day, unless that was done; answers whether it did. Several instances do it once. */
    public Uni<Boolean> take(Mutiny.Session session, Instant now) {
        LocalDate today = now.atZone(settings.zone()).toLocalDate();
        return session.createNativeQuery(BEGIN)
                .setParameter("today", today)
                .executeUpdate()
                .chain(begun -> begun == 0
                        ? Uni.createFrom().item(false)
                        : predictions
                                .keep(session, today)
                                .chain(() -> takeAll(session, today))
                                .replaceWith(true));
    }

    /** What was foretold of a quarter, the oldest first: rows of the day, the currency and the amounts. */
    public Uni<List<Object[]>> of(Quarter quarter, String owner) {
        return sessions.withSession(session -> session.createNativeQuery(LIST, Object[].class)
                .setParameter("quarter", quarter.toString())
                .setParameter("owner", owner)
                .getResultList());
    }

    /** How well likelihoods foretold what happened so far. */
    public Uni<Reliability> reliability(Mutiny.Session session) {
        return predictions.reliability(session);
    }

    private Uni<Void> takeAll(Mutiny.Session session, LocalDate today) {
        return Multi.createFrom()
                .iterable(Stream.iterate(Quarter.of(today), Quarter::next)
                        .limit(QUARTERS)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(quarter -> take(session, quarter, today))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> take(Mutiny.Session session, Quarter quarter, LocalDate today) {
        Asked asked = new Asked(quarter.from(), quarter.to(), null, Grouping.OWNER, settings.zone(), null, null, null);
        return forecasts
                .groups(asked)
                .chain(owners -> forecasts
                        .due(session, asked, quarter, today)
                        .chain(due -> add(session, quarter, today, byPart(due, owners))));
    }

    private static Map<Part, List<DueTerm>> byPart(List<DueTerm> due, Map<String, String> owners) {
        return due.stream()
                .collect(Collectors.groupingBy(
                        term -> new Part(owners.getOrDefault(term.accountId(), ""), term.currency())));
    }

    private static Uni<Void> add(
            Mutiny.Session session, Quarter quarter, LocalDate today, Map<Part, List<DueTerm>> parts) {
        return Multi.createFrom()
                .iterable(parts.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        part -> add(session, quarter, today, part.getKey(), Forecast.of(part.getValue())))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Integer> add(
            Mutiny.Session session, Quarter quarter, LocalDate today, Part part, Forecast forecast) {
        var add = session.createNativeQuery(ADD)
                .setParameter("today", today)
                .setParameter("quarter", quarter.toString())
                .setParameter("owner", part.owner)
                .setParameter("currency", part.currency)
                .setParameter("due", new BigDecimal(forecast.due().arr()))
                .setParameter("expected", new BigDecimal(forecast.expected()))
                .setParameter("low", new BigDecimal(forecast.low()))
                .setParameter("high", new BigDecimal(forecast.high()));
        forecast.outlooks().forEach((outlook, sum) -> add.setParameter(outlook.word(), new BigDecimal(sum.arr())));
        return add.executeUpdate();
    }
}
