package dev.bellwether.renewal.forecast;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Bulk;
import dev.bellwether.renewal.account.Transactions;
import dev.bellwether.renewal.ledger.Answer;
import dev.bellwether.renewal.ledger.Asked;
import dev.bellwether.renewal.ledger.Grouping;
import dev.bellwether.renewal.retention.Sum;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what is forecast of this quarter and the three after it, once a day, so that it can be compared later. */
@ApplicationScoped
public class Snapshots {

    private static final int QUARTERS = 4;
    private static final String BEGIN = """
            insert into forecast_day (taken_on, taken_at) values (:today, :now)
            on conflict (taken_on) do update set taken_at = excluded.taken_at, ahead = false where forecast_day.ahead
            """;
    private static final String MARK = "update forecast_day set ahead = true where taken_at > :later and not ahead";
    private static final String CLEAR = "delete from forecast_snapshot where taken_on = :today";
    private static final String TAKEN = "select count(*) from forecast_day where taken_on = :today and not ahead";
    private static final Bulk<Kept> ROWS = new Bulk<Kept>()
            .column("taken_on", "date", Kept::today)
            .column("quarter", "text", Kept::quarter)
            .column("owner", "text", kept -> kept.part().group())
            .column("currency", "text", kept -> kept.part().currency())
            .column("due", "numeric", kept -> kept.forecast().due().arr())
            .column("renewed", "numeric", kept -> kept.arr(Outlook.RENEWED))
            .column("committed", "numeric", kept -> kept.arr(Outlook.COMMIT))
            .column("best_case", "numeric", kept -> kept.arr(Outlook.BEST_CASE))
            .column("at_risk", "numeric", kept -> kept.arr(Outlook.AT_RISK))
            .column("uncalled", "numeric", kept -> kept.arr(Outlook.UNCALLED))
            .column("lost", "numeric", kept -> kept.arr(Outlook.LOST))
            .column("expected", "numeric", kept -> kept.forecast().expected())
            .column("expected_low", "numeric", kept -> kept.forecast().low())
            .column("expected_high", "numeric", kept -> kept.forecast().high());
    private static final String LIST = """
            select taken_on, currency, sum(due), sum(renewed), sum(committed), sum(best_case), sum(at_risk),
                   sum(uncalled), sum(lost), sum(expected), sum(expected_low), sum(expected_high)
              from forecast_snapshot
             where quarter = :quarter and (:owner = '' or lower(owner) = :owner)
             group by taken_on, currency order by taken_on, currency
            """;

    /** What is kept of a part of a quarter. */
    private record Kept(LocalDate today, Quarter quarter, Answer.Part part, Forecast forecast) {

        BigInteger arr(Outlook outlook) {
            return forecast.outlooks().getOrDefault(outlook, Sum.NONE).arr();
        }
    }

    private final Mutiny.SessionFactory sessions;
    private final Transactions transactions;
    private final Forecasts forecasts;
    private final Predictions predictions;
    private final RenewalSettings settings;

    Snapshots(
            Mutiny.SessionFactory sessions,
            Transactions transactions,
            Forecasts forecasts,
            Predictions predictions,
            RenewalSettings settings) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.forecasts = forecasts;
        this.predictions = predictions;
        this.settings = settings;
    }

    /**
     * Keeps what is foretold on this day, unless that was done. Reads, reckons and only then writes, so that nobody waits
     * for the reckoning; of several instances that do it at once one keeps it. For worker threads.
     */
    public void take(Instant now) {
        LocalDate today = now.atZone(settings.zone()).toLocalDate();
        if (transactions.run(session -> isTaken(session, today))) {
            return;
        }
        List<Quarter> quarters =
                Stream.iterate(Quarter.of(today), Quarter::next).limit(QUARTERS).toList();
        Asked asked = new Asked(
                quarters.getFirst().from(),
                quarters.getLast().to(),
                null,
                Grouping.OWNER,
                settings.zone(),
                null,
                null,
                null);
        Map<String, String> owners = transactions.run(session -> forecasts.groups(asked));
        Forecasts.Book book = transactions.run(session -> forecasts.load(session, asked));
        List<Kept> rows = quarters.stream()
                .flatMap(quarter -> kept(today, quarter, new Due(book.due(quarter, today), owners)))
                .toList();
        transactions.run(session -> write(session, rows, today, now));
    }

    private static Uni<Boolean> isTaken(Mutiny.Session session, LocalDate today) {
        return session.createNativeQuery(TAKEN, Long.class)
                .setParameter("today", today)
                .getSingleResult()
                .map(days -> days > 0);
    }

    private static Stream<Kept> kept(LocalDate today, Quarter quarter, Due due) {
        return due.parts().entrySet().stream()
                .map(part -> new Kept(today, quarter, part.getKey(), Forecast.of(part.getValue())));
    }

    private Uni<Void> write(Mutiny.Session session, List<Kept> rows, LocalDate today, Instant now) {
        return session.createNativeQuery(BEGIN)
                .setParameter("today", today)
                .setParameter("now", now)
                .executeUpdate()
                .chain(begun -> begun == 0
                        ? Uni.createFrom().voidItem()
                        : predictions.keep(session, now).chain(() -> keep(session, rows, today)));
    }

    private static Uni<Void> keep(Mutiny.Session session, List<Kept> rows, LocalDate today) {
        return session.createNativeQuery(CLEAR)
                .setParameter("today", today)
                .executeUpdate()
                .chain(() -> ROWS.insert(session, "forecast_snapshot", "on conflict do nothing", rows));
    }

    /**
     * Lets what was foretold later than then be foretold anew when its day comes: the clock was ahead. Until then it is
     * kept: if it was not ahead then but is behind now, it is true.
     */
    public Uni<Void> doubt(Mutiny.Session session, Instant later) {
        return session.createNativeQuery(MARK)
                .setParameter("later", later)
                .executeUpdate()
                .chain(() -> predictions.doubt(session, later));
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
}
