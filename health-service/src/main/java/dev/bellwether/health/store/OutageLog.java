package dev.bellwether.health.store;

import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.Outage;
import dev.bellwether.health.score.feed.Outages;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which feeds were silent when; an outage is a fact, and stays. */
@ApplicationScoped
public class OutageLog {

    /** A day is filled by facts that came once the feed was heard again; which days an outage has, the calendar says. */
    private static final String ALL = """
            select o.feed, o.from_at, o.to_at, array(
                select l.day from feed_late l
                where l.feed = o.feed and (l.arrived_at >= o.to_at or (o.to_at is null and l.arrived_at > o.from_at))
                    and l.day between (o.from_at - interval '1 day')::date and (coalesce(o.to_at, now()) + interval '1 day')::date
                ) as late
            from outage o order by o.from_at, o.feed
            """;

    /** One row or none comes back: the outage as it stands, when this changed it. */
    private static final String NOTE = """
            insert into outage as known (feed, from_at, to_at) values ($1, $2, $3)
            on conflict (feed, from_at) do update set to_at = excluded.to_at
                where known.to_at is null and excluded.to_at is not null
            returning feed
            """;

    private final Pool pool;
    private final BusinessDays days;

    OutageLog(Pool pool, BusinessDays days) {
        this.pool = pool;
        this.days = days;
    }

    /** An outage, and the days it froze. */
    public record Entry(Outage outage, Outages.Stretch days) {}

    /** All outages, oldest first. */
    public Uni<List<Entry>> entries() {
        return entries(pool);
    }

    private Uni<List<Entry>> entries(SqlClient client) {
        return client.preparedQuery(ALL).execute().map(rows -> {
            List<Entry> entries = new ArrayList<>(rows.rowCount());
            rows.forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    /** All outages, as the score sees them. */
    public Uni<Outages> all() {
        return all(pool);
    }

    /** The same, as the client's connection sees them. */
    Uni<Outages> all(SqlClient client) {
        return entries(client)
                .map(entries -> new Outages(entries.stream().map(Entry::days).toList()));
    }

    /** Writes down outages that are new or over; answers those. */
    public Uni<List<Outage>> note(SqlConnection transaction, Collection<Outage> outages) {
        List<Outage> news = new ArrayList<>();
        return InTurn.each(
                        outages,
                        outage -> transaction
                                .preparedQuery(NOTE)
                                .execute(Tuple.of(
                                        outage.feed().json(), outage.from().atOffset(ZoneOffset.UTC), utc(outage)))
                                .invoke(rows -> rows.forEach(row -> news.add(outage))))
                .replaceWith(news);
    }

    private static @Nullable OffsetDateTime utc(Outage outage) {
        return outage.to() == null ? null : outage.to().atOffset(ZoneOffset.UTC);
    }

    private Entry entry(Row row) {
        OffsetDateTime to = row.getOffsetDateTime("to_at");
        Outage outage = new Outage(
                Feed.named(row.getString("feed")),
                row.getOffsetDateTime("from_at").toInstant(),
                to == null ? null : to.toInstant());
        LocalDate first = days.dateOf(outage.from());
        LocalDate back = outage.to() == null ? null : days.dateOf(outage.to());
        Set<LocalDate> filled = Arrays.stream(row.getArrayOfLocalDates("late"))
                .filter(day -> !day.isBefore(first) && (back == null || day.isBefore(back)))
                .collect(Collectors.toSet());
        return new Entry(outage, new Outages.Stretch(outage.feed(), first, back, filled));
    }
}
