package dev.bellwether.renewal.forecast;

import dev.bellwether.renewal.past.PastTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what was predicted at each milestone, once, and holds it against what happened. */
@ApplicationScoped
public class Predictions {

    /** The mean of Beta(1 + renewed, 1 + lost), as in the likelihood. */
    private static final String KEEP = "with counts as (" + PastTerms.COUNTS + """
            )
            insert into prediction (account_id, contract_id, ends_on, days, predicted_on, likelihood, past_terms)
            select c.account_id, c.contract_id, c.ends_on, m.days, d.today,
                   (1.0 + coalesce(n.renewed, 0)) / (2.0 + coalesce(n.terms, 0)), coalesce(n.terms, 0)
              from contract c
              join account a on a.account_id = c.account_id
              cross join lateral (select cast(timezone(c.zone, cast(:now as timestamptz)) as date) as today) d
              cross join lateral (select min(days) as days from unnest(array[1, 7, 14, 30, 60, 90, 120]) as days
                                   where days >= c.decision_on - d.today) m
              left join counts n on n.days = m.days and n.band = coalesce(a.band, 'UNKNOWN')
             where c.kind = 'subscription' and c.status = 'active'
               and c.decision_on between d.today and d.today + 120
            on conflict do nothing
            """;

    private static final String SUMS = """
            select least(9, floor(p.likelihood * 10))::int as bucket, count(*), sum(p.likelihood),
                   count(*) filter (where t.renewed), sum((p.likelihood - t.renewed::int) ^ 2)
              from prediction p
              join past_term t using (account_id, contract_id, ends_on, days)
             group by bucket order by bucket
            """;

    private final Mutiny.SessionFactory sessions;

    Predictions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Of every term whose milestone has come since, as each account counts its days; a second time changes nothing. */
    Uni<Void> keep(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(KEEP)
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
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
