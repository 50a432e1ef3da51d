package dev.bellwether.ingest.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which ids are the same user's: what calls join stays joined, over any number of links, in whatever order they come. An id that
 * has no account of its own has the newest of all ids that it is joined with.
 */
@Singleton
public class Identities {

    private static final String GROUPS = """
            select s.user_id, s.group_id, (select count(*) from same_user m where m.group_id = s.group_id)
            from same_user s
            where s.user_id = any(cast(:ids as text[]))
            """;

    /** Links are few once they are known; one after the other, no two requests build halves of the same group. */
    private static final String ONE_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(cast(cast('same_user' as regclass) as bigint)) as text)";

    private static final String MERGE = """
            update same_user s
            set group_id = m.whole
            from unnest(cast(:parts as uuid[]), cast(:wholes as uuid[])) as m (part, whole)
            where s.group_id = m.part
            """;

    private static final String ADD = """
            insert into same_user (user_id, group_id)
            select * from unnest(cast(:ids as text[]), cast(:groups as uuid[]))
            """;

    /** Sorted, as those who learn accounts are, so that nobody waits in a circle. */
    private static final String KNOW = """
            insert into user_account (user_id, learned_at, event_id)
            select id, 'epoch', '' from unnest(cast(:ids as text[])) as id order by id
            on conflict do nothing
            """;

    private final Store store;
    private final IngestMetrics metrics;
    private final int limit;
    /** What is joined stays so; links that are told again and again cost nothing. */
    private final Cache<Link, Boolean> lately;

    Identities(Store store, IngestSettings settings, IngestMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
        this.limit = settings.accounts().idsPerUser();
        this.lately = Caffeine.newBuilder()
                .maximumSize(settings.accounts().cachedUsers())
                .expireAfterWrite(settings.accounts().cachedFor())
                .build();
    }

    /** Whether there is nothing to learn from it, as far as is known in memory; does not wait. */
    public boolean knows(Link link) {
        return !link.joinsTwo() || lately.getIfPresent(link) != null;
    }

    /**
     * Returns after the commit. A link that would make too many ids one user is passed over, and counted.
     *
     * @throws StoreUnavailable when the database is needed and away
     */
    public void join(Collection<Link> links) {
        List<Link> fresh =
                links.stream().filter(link -> !knows(link)).distinct().toList();
        if (!fresh.isEmpty()) {
            metrics.unjoined(store.inTransaction("joining ids of users", session -> join(session, fresh)));
            fresh.forEach(link -> lately.put(link, true));
        }
    }

    /** How many of the links were passed over. */
    private Uni<Integer> join(Mutiny.StatelessSession session, List<Link> links) {
        return groups(session, links).chain(found -> {
            boolean known = links.stream().allMatch(found::areTogether);
            return known
                    ? Uni.createFrom().item(0)
                    : session.createNativeQuery(ONE_AT_A_TIME, String.class)
                            .getSingleResult()
                            .chain(locked -> groups(session, links))
                            .chain(now -> change(session, now, links));
        });
    }

    private static Uni<Integer> change(Mutiny.StatelessSession session, Groups groups, List<Link> links) {
        int passedOver = (int) links.stream().filter(link -> !groups.join(link)).count();
        Map<UUID, UUID> merged = groups.merged();
        Map<String, UUID> added = groups.added();
        return session.createNativeQuery(MERGE)
                .setParameter("parts", merged.keySet().toArray(UUID[]::new))
                .setParameter("wholes", merged.values().toArray(UUID[]::new))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(ADD)
                        .setParameter("ids", added.keySet().toArray(String[]::new))
                        .setParameter("groups", added.values().toArray(UUID[]::new))
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(KNOW)
                        .setParameter("ids", added.keySet().toArray(String[]::new))
                        .executeUpdate())
                .replaceWith(passedOver);
    }

    private Uni<Groups> groups(Mutiny.StatelessSession session, List<Link> links) {
        Set<String> ids = new TreeSet<>();
        links.forEach(link -> ids.addAll(List.of(link.one(), link.other())));
        return session.createNativeQuery(GROUPS, Object[].class)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList()
                .map(rows -> {
                    Groups groups = new Groups(limit, UUID::randomUUID);
                    rows.forEach(row -> groups.put((String) row[0], (UUID) row[1], ((Number) row[2]).intValue()));
                    return groups;
                });
    }
}
