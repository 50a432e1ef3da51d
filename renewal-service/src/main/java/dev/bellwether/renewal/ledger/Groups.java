package dev.bellwether.renewal.ledger;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * To which group each account belonged at the closing of a period, by what was said before its end; by the first word
 * where nothing was said by then.
 */
public final class Groups {

    private static final String WORDS = """
            select distinct on (account_id) account_id, %1$s
              from account_fact
             where %1$s is not null and heard_at <= :knownAt
             order by account_id, occurred_at < :until desc,
                      case when occurred_at < :until then occurred_at end desc, occurred_at,
                      case when occurred_at < :until then event_id end desc, event_id
            """;

    private Groups() {}

    /** Group by account; accounts of which nothing was said are missing. */
    static Uni<Map<String, String>> of(Mutiny.Session session, Asked asked, Instant knownAt) {
        return switch (asked.by()) {
            case CURRENCY -> Uni.createFrom().item(Map.of());
            case OWNER -> said(session, "owner", asked, knownAt);
            case SEGMENT -> said(session, "segment", asked, knownAt);
        };
    }

    /** By all that is known now. */
    public static Uni<Map<String, String>> now(Mutiny.Session session, Asked asked) {
        return of(session, asked, Books.NOW);
    }

    private static Uni<Map<String, String>> said(Mutiny.Session session, String column, Asked asked, Instant knownAt) {
        Instant until = asked.to().plusDays(1).atStartOfDay(asked.zone()).toInstant();
        return session.createNativeQuery(WORDS.formatted(column), Object[].class)
                .setParameter("until", until)
                .setParameter("knownAt", knownAt)
                .getResultList()
                .map(Groups::byAccount);
    }

    private static Map<String, String> byAccount(List<Object[]> rows) {
        Map<String, String> groups = HashMap.newHashMap(rows.size());
        rows.forEach(row -> groups.put((String) row[0], (String) row[1]));
        return groups;
    }
}
