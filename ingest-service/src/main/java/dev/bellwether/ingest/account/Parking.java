package dev.bellwether.ingest.account;

import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where events wait for their account; durable, in order of arrival, each event id of a user once. */
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
            on conflict (user_id, event_id) do nothing
            """;

    /** The better id of a user decides, when both are known. */
    private static final String FOUND = """
            select p, coalesce(av.accountId, a.accountId, bv.accountId, b.accountId)
            from Parked p
            left join UserAccount a on a.userId = p.userId
            left join UserAccount av on av.userId = a.via
            left join UserAccount b on b.userId = p.otherUserId
            left join UserAccount bv on bv.userId = b.via
            where coalesce(av.accountId, a.accountId, bv.accountId, b.accountId) is not null
            """;

    private static final String USERS = """
            select p.userId, max(p.otherUserId), count(*), min(p.parkedAt)
            from Parked p
            group by p.userId
            order by min(p.parkedAt), p.userId
            """;

    private static final String OF_USERS = " and (p.userId in :users or p.otherUserId in :users)";

    private static final String FOLLOWERS = "select userId from UserAccount where via in :users";

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

    /** The oldest of all events whose account is known by now, in the order of their arrival, at most {@code most}. */
    List<Found> found(int most) {
        return found(session -> session.createSelectionQuery(FOUND + IN_ORDER, Object[].class)
                .setMaxResults(most)
                .getResultList());
    }

    /** These users and those who belong to whomever one of these does. */
    Set<String> withFollowers(Set<String> users) {
        Set<String> all = new HashSet<>(users);
        all.addAll(store.inTransaction(
                "looking for ids of the same users",
                session -> session.createSelectionQuery(FOLLOWERS, String.class)
                        .setParameter("users", users)
                        .getResultList()));
        return all;
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
