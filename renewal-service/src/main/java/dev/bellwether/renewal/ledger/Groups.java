package dev.bellwether.renewal.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * To which group each account belonged at the closing of a period, by what was said before its end; by the first word
 * where nothing was said by then. Owners are e-mail addresses, in small letters whatever they were written in.
 */
final class Groups {

    private static final String WORDS = """
            select distinct on (account_id) account_id, %2$s
              from account_fact
             where %1$s is not null and heard_at <= $2
             order by account_id, occurred_at < $1 desc,
                      case when occurred_at < $1 then occurred_at end desc, occurred_at,
                      case when occurred_at < $1 then event_id end desc, event_id
            """;

    private Groups() {}

    /** Group by account; accounts of which nothing was said are missing. */
    static Uni<Map<String, String>> of(Pool pool, Asked asked, OffsetDateTime knownAt) {
        return switch (asked.by()) {
            case CURRENCY -> Uni.createFrom().item(Map.of());
            case OWNER -> said(pool, WORDS.formatted("owner", "lower(owner)"), asked, knownAt);
            case SEGMENT -> said(pool, WORDS.formatted("segment", "segment"), asked, knownAt);
        };
    }

    private static Uni<Map<String, String>> said(Pool pool, String words, Asked asked, OffsetDateTime knownAt) {
        OffsetDateTime until = asked.to().plusDays(1).atStartOfDay(asked.zone()).toOffsetDateTime();
        return pool.preparedQuery(words).execute(Tuple.of(until, knownAt)).map(rows -> {
            Map<String, String> groups = HashMap.newHashMap(rows.size());
            rows.forEach(row -> groups.put(row.getString(0), row.getString(1)));
            return groups;
        });
    }
}
