package dev.bellwether.ingest.account;

import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where events wait for their account; durable, in order of arrival; of a user each event id once, and once more for usage. */
@Singleton
public class Parking {

    private static final String PARK = """
            insert into parked (user_id, other_user_id, event_id, door, source, type, occurred_at, data, original)
            select u, o, e, w, s, t, cast(at as timestamptz), decode(d, 'base64'), decode(r, 'base64')
            from unnest(cast(:users as text[]), cast(:others as text[]), cast(:events as text[]),
                        cast(:doors as text[]), cast(:sources as text[]), cast(:types as text[]),
                        cast(:times as text[]), cast(:data as text[]), cast(:originals as text[]))
                 with ordinality as waiting (u, o, e, w, s, t, at, d, r, place)
            order by place
            on conflict (user_id, event_id, (type = 'bellwether.usage')) do nothing
            """;

    /** The better id of a user decides, when both are known. */
    private static final String FOUND = """
            select p, coalesce(a.accountId, b.accountId)
            from Parked p
            left join KnownAccount a on a.userId = p.userId
            left join KnownAccount b on b.userId = p.otherUserId
            where coalesce(a.accountId, b.accountId) is not null
            """;

    private static final String USERS = """
            select p.userId, max(p.otherUserId), count(*), min(p.parkedAt)
            from Parked p
            group by p.userId
            order by min(p.parkedAt), p.userId
            """;

    private static final String OF_USERS = " and (p.userId in :users or p.otherUserId in :users)";

    /** A statement takes only so many; the rest is left to the sweep. */
    private static final String KIN = """
            with near as (
                select unnest(cast(:users as text[])) as user_id
                union
                select m.user_id
                from user_account u
                join user_account m on m.group_id = u.group_id
                where u.user_id = any(cast(:users as text[]))
            ), kin as (
                select user_id from near
                union
                select u.user_id from user_account u join near n on n.user_id = u.via
            )
            select user_id
            from kin
            where exists (select from parked p where p.user_id = kin.user_id)
               or exists (select from parked p where p.other_user_id = kin.user_id)
            limit 10000
            """;

    private static final String OF_SLICE = " and p.sequence > :after and p.sequence <= :last";

    private static final String SLICE = """
            select coalesce(max(sequence), 0), count(*)
            from (select sequence from parked where sequence > :after order by sequence limit :most) as next
            """;

    private static final String IN_ORDER = " order by p.sequence";

    private static final String FORGET = "delete from parked where sequence = any(cast(:sequences as bigint[]))";

    private final Store store;
    private final IngestSettings settings;
    private final IngestMetrics metrics;

    Parking(Store store, IngestSettings settings, IngestMetrics metrics) {
        this.store = store;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Whether as many events wait as may, as last counted. */
    public boolean isFull() {
        return metrics.parked().get() >= settings.parking().capacity();
    }

    /**
     * Returns after the commit.
     *
     * @throws StoreUnavailable when the database is away
     */
    public void park(List<Waiting> events) {
        if (!events.isEmpty()) {
            int added = store.inTransaction("parking events", session -> insert(session, events));
            metrics.parked().addAndGet(added);
        }
    }

    /** The next events behind this one, so many at most, in the order of their arrival. */
    Slice slice(long after, int most) {
        return store.inTransaction(
                "looking for parked events",
                session -> session.createNativeQuery(SLICE, Object[].class)
                        .setParameter("after", after)
                        .setParameter("most", most)
                        .getSingleResult()
                        .map(row -> new Slice(after, (long) row[0], (long) row[1] < most)));
    }

    /** The oldest of these events whose account is known by now, in the order of their arrival, at most {@code most}. */
    List<Found> found(Slice slice, int most) {
        return found(session -> session.createSelectionQuery(FOUND + OF_SLICE + IN_ORDER, Object[].class)
                .setParameter("after", slice.after)
                .setParameter("last", slice.last)
                .setMaxResults(most)
                .getResultList());
    }

    /** For which ids is waited: of these users' ids, and of those who follow one of them. */
    Set<String> waitedFor(Set<String> users) {
        return Set.copyOf(store.inTransaction(
                "looking for ids of the same users",
                session -> session.createNativeQuery(KIN, String.class)
                        .setParameter("users", users.toArray(String[]::new))
                        .getResultList()));
    }

    /** Likewise of these users, without looking at those of all others. */
    List<Found> found(Set<String> users, int most) {
        return found(session -> session.createSelectionQuery(FOUND + OF_USERS + IN_ORDER, Object[].class)
                .setParameter("users", users)
                .setMaxResults(most)
                .getResultList());
    }

    private List<Found> found(Function<Mutiny.StatelessSession, Uni<List<Object[]>>> query) {
        return store.inTransaction("looking for parked events", query).stream()
                .map(row -> new Found((ParkedRow) row[0], (String) row[1]))
                .toList();
    }

    /** The oldest events that have waited too long, at most {@code most}. */
    List<ParkedRow> expired(Instant before, int most) {
        return store.inTransaction(
                "looking for expired events",
                session -> session.createSelectionQuery(
                                "from Parked where parkedAt < :before order by sequence", ParkedRow.class)
                        .setParameter("before", before)
                        .setMaxResults(most)
                        .getResultList());
    }

    /** Forgets events that have left. */
    void forget(List<ParkedRow> rows) {
        Long[] sequences = rows.stream().map(row -> row.sequence).toArray(Long[]::new);
        store.inTransaction(
                "forgetting parked events",
                session -> session.createNativeQuery(FORGET)
                        .setParameter("sequences", sequences)
                        .executeUpdate());
    }

    /** Counts anew how many wait. */
    void count() {
        metrics.parked().set(waiting());
    }

    /** How many wait. */
    long waiting() {
        return store.inTransaction(
                "counting parked events",
                session -> session.createSelectionQuery("select count(*) from Parked", Long.class)
                        .getSingleResult());
    }

    /** Whose accounts are waited for, longest first. */
    List<ParkedUser> users(int from, int most) {
        return store.inTransaction(
                "listing parked events",
                session -> session.createSelectionQuery(USERS, ParkedUser.class)
                        .setFirstResult(from)
                        .setMaxResults(most)
                        .getResultList());
    }

    /**
     * Events that arrived one after the other.
     *
     * @param after the sequence before theirs
     * @param last the greatest of theirs
     * @param reachesEnd whether there are none behind them
     */
    record Slice(long after, long last, boolean reachesEnd) {}

    /** An event whose account is known. */
    record Found(ParkedRow row, String account) {}

    private static Uni<Integer> insert(Mutiny.StatelessSession session, List<Waiting> events) {
        return session.createNativeQuery(PARK)
                .setParameter("users", texts(events, Waiting::userId))
                .setParameter("others", texts(events, Waiting::otherUserId))
                .setParameter("events", texts(events, one -> one.event().id()))
                .setParameter("doors", texts(events, one -> one.door().name()))
                .setParameter("sources", texts(events, one -> one.event().source()))
                .setParameter("types", texts(events, one -> one.event().type()))
                .setParameter("times", texts(events, one -> one.event().time().toString()))
                .setParameter("data", texts(events, one -> base64(one.event().data())))
                .setParameter("originals", texts(events, one -> base64(one.original())))
                .executeUpdate();
    }

    /** The way of bytes into an array parameter, which takes none. */
    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String[] texts(List<Waiting> events, Function<Waiting, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }
}
