package dev.bellwether.ingest.account;

import com.github.benmanes.caffeine.cache.Cache;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which ids are the same user's: what calls join stays joined, over any number of links, in whatever order they come. An id of which
 * no call tells the account has the newest of all ids that it is joined with.
 */
@Singleton
public class Identities {

    private static final String JOINING = "joining ids of users";

    private static final String GROUPS = """
            with named as (
                select user_id, group_id
                from user_account
                where user_id = any(cast(:ids as text[])) and group_id is not null
            )
            select n.user_id, n.group_id, s.ids
            from named n
            join (select group_id, count(*) as ids
                  from user_account
                  where group_id in (select group_id from named)
                  group by group_id) s using (group_id)
            """;

    /** So that no two requests, of whatever instance, build halves of the same group. */
    private static final String ONE_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(hashtext('bellwether ids of users')) as text)";

    /** In one statement and sorted, as those who learn accounts do it, so that nobody waits in a circle. */
    private static final String JOIN = """
            insert into user_account (user_id, learned_at, event_id, group_id)
            select user_id, 'epoch', '', group_id
            from (select a.user_id, a.group_id
                  from unnest(cast(:ids as text[]), cast(:groups as uuid[])) as a (user_id, group_id)
                  union all
                  select u.user_id, m.whole
                  from unnest(cast(:parts as uuid[]), cast(:wholes as uuid[])) as m (part, whole)
                  join user_account u on u.group_id = m.part) as joined
            order by user_id
            on conflict (user_id) do update
            set group_id = excluded.group_id,
                via = case when user_account.linked then null else user_account.via end
            """;

    /** Whom these ids follow since an earlier version, which is a link like any other. */
    private static final String FORMER = """
            select user_id, via
            from user_account
            where user_id = any(cast(:ids as text[])) and linked and via is not null
            """;

    private final Store store;
    private final UserAccounts userAccounts;
    private final IngestMetrics metrics;
    private final int limit;
    /** Links that are settled for good; those that are told again and again cost nothing. */
    private final Cache<Link, Boolean> lately;
    /** One of this instance waits for the database's lock, not one on each of its connections. */
    private final ReentrantLock joining = new ReentrantLock();

    Identities(Store store, UserAccounts userAccounts, IngestSettings settings, IngestMetrics metrics) {
        this.store = store;
        this.userAccounts = userAccounts;
        this.metrics = metrics;
        this.limit = settings.accounts().idsPerUser();
        this.lately = Memory.ofFew(settings);
    }

    /** Whether there is nothing to learn from it, as far as is known in memory; does not wait. */
    public boolean knows(Link link) {
        return !link.joinsTwo() || lately.getIfPresent(link) != null;
    }

    /**
     * Returns after the commit. A link that would make too many ids one user is passed over, and counted.
     *
     * @return the links that were news to this instance
     * @throws StoreUnavailable when the database is needed and away
     */
    public Set<Link> join(Collection<Link> links) {
        Set<Link> fresh = new HashSet<>(links);
        fresh.removeIf(this::knows);
        if (fresh.isEmpty()) {
            return fresh;
        }
        Groups groups = store.inTransaction(JOINING, session -> groups(session, fresh));
        fresh.forEach(groups::join);
        if (!groups.areAsStored()) {
            groups = joined(fresh);
        }
        userAccounts.forget(groups.all()); // also when somebody joined them who did not live to hear of it
        metrics.unjoined(groups.passedOver());
        fresh.forEach(link -> lately.put(link, true));
        return fresh;
    }

    private Groups joined(Set<Link> links) {
        if (!isMyTurn()) {
            throw StoreUnavailable.crowded(JOINING);
        }
        try {
            return store.inTransaction(
                    JOINING,
                    session -> session.createNativeQuery(ONE_AT_A_TIME, String.class)
                            .getSingleResult()
                            .chain(locked -> withFormer(session, links))
                            .chain(all -> groups(session, all).chain(groups -> change(session, groups, all))));
        } finally {
            joining.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return joining.tryLock(store.leftForTurn(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Uni<Groups> change(Mutiny.StatelessSession session, Groups groups, Set<Link> links) {
        links.forEach(groups::join);
        Map<String, UUID> added = groups.added();
        Map<UUID, UUID> merged = groups.merged();
        return groups.areAsStored()
                ? Uni.createFrom().item(groups)
                : session.createNativeQuery(JOIN)
                        .setParameter("ids", added.keySet().toArray(String[]::new))
                        .setParameter("groups", added.values().toArray(UUID[]::new))
                        .setParameter("parts", merged.keySet().toArray(UUID[]::new))
                        .setParameter("wholes", merged.values().toArray(UUID[]::new))
                        .executeUpdate()
                        .replaceWith(groups);
    }

    private static Uni<Set<Link>> withFormer(Mutiny.StatelessSession session, Set<Link> links) {
        return session.createNativeQuery(FORMER, Object[].class)
                .setParameter("ids", ids(links))
                .getResultList()
                .map(rows -> {
                    Set<Link> all = new HashSet<>(links);
                    rows.forEach(row -> all.add(new Link((String) row[0], (String) row[1])));
                    return all;
                });
    }

    private static String[] ids(Set<Link> links) {
        return links.stream()
                .flatMap(link -> Stream.of(link.one(), link.other()))
                .distinct()
                .toArray(String[]::new);
    }

    private Uni<Groups> groups(Mutiny.StatelessSession session, Set<Link> links) {
        return session.createNativeQuery(GROUPS, Object[].class)
                .setParameter("ids", ids(links))
                .getResultList()
                .map(rows -> {
                    Groups groups = new Groups(limit, UUID::randomUUID);
                    rows.forEach(row -> groups.put((String) row[0], (UUID) row[1], ((Number) row[2]).intValue()));
                    return groups;
                });
    }
}
