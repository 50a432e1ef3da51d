package dev.bellwether.renewal.forecast;

import dev.bellwether.contracts.agreed.AccountZone;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Bulk;
import dev.bellwether.renewal.past.PastTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what was predicted at each milestone, once, and holds it against what happened. */
@ApplicationScoped
public class Predictions {

    /** The mean of Beta(1 + renewed, 1 + lost), as in the likelihood. */
    private static final String KEEP = "with counts as (" + PastTerms.COUNTS + """
            )
            insert into prediction (account_id, contract_id, ends_on, days, predicted_on, predicted_at, likelihood,
                                    past_terms)
            select c.account_id, c.contract_id, c.ends_on, m.days, d.today, d.now,
                   (1.0 + coalesce(n.renewed, 0)) / (2.0 + coalesce(n.terms, 0)), coalesce(n.terms, 0)
              from contract c
              join account a on a.account_id = c.account_id
              join (select * from %s) d on d.zone = c.zone
              cross join lateral (select min(days) as days from unnest(array[1, 7, 14, 30, 60, 90, 120]) as days
                                   where days >= c.decision_on - d.today) m
              left join counts n on n.days = m.days and n.band = coalesce(a.band, 'UNKNOWN')
             where c.kind = 'subscription' and c.status = 'active'
               and c.decision_on between d.today and d.today + 120
            on conflict (account_id, contract_id, ends_on, days) do update
               set predicted_on = excluded.predicted_on, predicted_at = excluded.predicted_at,
                   likelihood = excluded.likelihood, past_terms = excluded.past_terms, ahead = false
             where prediction.ahead
            """;

    private static final String ZONES = "select distinct zone from contract where decision_on is not null";
    /** What day it is in a zone is not asked of the database: it reads +10:00 the other way round. */
    private static final Bulk<Today> TODAY = new Bulk<Today>()
            .column("zone", "text", Today::zone)
            .column("today", "date", Today::day)
            .column("now", "timestamptz", Today::now);

    private static final String MARK = "update prediction set ahead = true where predicted_at > :later and not ahead";

    private static final String SUMS = """
            select least(9, floor(p.likelihood * 10))::int as bucket, count(*), sum(p.likelihood),
                   count(*) filter (where t.renewed), sum((p.likelihood - t.renewed::int) ^ 2)
              from prediction p
              join past_term t using (account_id, contract_id, ends_on, days)
             group by bucket order by bucket
            """;

    private record Today(String zone, LocalDate day, Instant now) {}

    private final Mutiny.SessionFactory sessions;
    private final RenewalSettings settings;

    Predictions(Mutiny.SessionFactory sessions, RenewalSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Of every term whose milestone has come since, as each account counts its days; a second time changes nothing. */
    Uni<Void> keep(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(ZONES, String.class)
                .getResultList()
                .map(zones -> zones.stream().map(zone -> today(zone, now)).toList())
                .chain(today -> TODAY.run(session, KEEP, today));
    }

    /** Lets what was predicted later than then be predicted anew when its day comes: the clock was ahead. */
    Uni<Void> doubt(Mutiny.Session session, Instant later) {
        return session.createNativeQuery(MARK)
                .setParameter("later", later)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Today today(String zone, Instant now) {
        return new Today(zone, now.atZone(AccountZone.of(zone, settings.zone())).toLocalDate(), now);
    }

    /** By all predicted terms that have ended. */
    public Uni<Reliability> reliability() {
        return sessions.withSession(this::reliability);
    }

    Uni<Reliability> reliability(Mutiny.Session session) {
        return session.createNativeQuery(SUMS, Object[].class)
                .getResultList()
                .map(rows -> Reliability.of(rows.stream()
                        .map(row -> new Reliability.Sums(
                                (Integer) row[0], (Long) row[1], (Double) row[2], (Long) row[3], (Double) row[4]))
                        .toList()));
    }
}
