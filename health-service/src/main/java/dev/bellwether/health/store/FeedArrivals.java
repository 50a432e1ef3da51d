package dev.bellwether.health.store;

import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.Gap;
import dev.bellwether.health.score.feed.Heard;
import dev.bellwether.health.score.memory.BusinessDays;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each feed was heard, as far as it is committed. */
@ApplicationScoped
public class FeedArrivals {

    private static final String GAPS = """
            select feed, minute, next from (
                select feed, minute, lead(minute) over (partition by feed order by minute) as next from feed_arrival) arrival
            where next is null or next > minute + interval '1 minute' order by feed, minute
            """;
    private static final String DAYS = """
            select feed, min(minute) as first from feed_arrival
            group by feed, (minute at time zone $1)::date order by feed, first
            """;

    /** Nothing is forgotten of a feed that is silent: its last arrival began the outage. */
    private static final String FORGET = """
            delete from feed_arrival a using (select feed, max(minute) as last from feed_arrival group by feed) l
            where a.feed = l.feed and a.minute < l.last - make_interval(secs => $1)
                and not exists (select from outage o where o.feed = a.feed and o.to_at is null)
            """;

    private static final String CONSUMED = "select topic, partition, next_offset from consumed_offset";

    private final Pool pool;
    private final BusinessDays days;

    FeedArrivals(Pool pool, BusinessDays days) {
        this.pool = pool;
        this.days = days;
    }

    /** What was heard of each feed; one that was never heard is absent. */
    public Uni<Map<Feed, Heard>> all() {
        return pool.preparedQuery(DAYS)
                .execute(Tuple.of(days.zone().getId()))
                .chain(begun -> pool.preparedQuery(GAPS).execute().map(gaps -> heard(gaps, firsts(begun))));
    }

    /** Forgets minutes that lie further than that before their feed's last. */
    public Uni<Void> forget(Duration before) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) before.toSeconds()))
                .replaceWithVoid();
    }

    /** The offset by topic and partition up to (and without) which everything was consumed and is in {@link #all}. */
    public Uni<Map<String, Map<Integer, Long>>> consumed() {
        return pool.preparedQuery(CONSUMED).execute().map(rows -> {
            Map<String, Map<Integer, Long>> offsets = new HashMap<>();
            rows.forEach(row -> offsets.computeIfAbsent(row.getString("topic"), topic -> new HashMap<>())
                    .put(row.getInteger("partition"), row.getLong("next_offset")));
            return offsets;
        });
    }

    private static Map<Feed, List<Instant>> firsts(RowSet<Row> rows) {
        Map<Feed, List<Instant>> firsts = new EnumMap<>(Feed.class);
        rows.forEach(row -> firsts.computeIfAbsent(Feed.named(row.getString("feed")), feed -> new ArrayList<>())
                .add(instant(row, "first")));
        return firsts;
    }

    /** The row without a next arrival is the last of its feed. */
    private static Map<Feed, Heard> heard(RowSet<Row> rows, Map<Feed, List<Instant>> firsts) {
        Map<Feed, Heard> heard = new EnumMap<>(Feed.class);
        List<Gap> gaps = new ArrayList<>();
        for (Row row : rows) {
            if (row.getOffsetDateTime("next") == null) {
                Feed feed = Feed.named(row.getString("feed"));
                heard.put(feed, new Heard(instant(row, "minute"), gaps, firsts.getOrDefault(feed, List.of())));
                gaps = new ArrayList<>();
            } else {
                gaps.add(new Gap(instant(row, "minute"), instant(row, "next")));
            }
        }
        return heard;
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at.toInstant();
    }
}
