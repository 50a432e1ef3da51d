package dev.bellwether.ingest.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.ingest.IngestSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which account a user belongs to: kept in the database, the lately used in memory. Its methods may wait, but for one. */
@Singleton
public class UserAccounts {

    /** Sorted, so that two requests that teach the same users never wait for each other in a circle. */
    private static final String LEARN = """
            insert into user_account (user_id, account_id, learned_at, event_id)
            select distinct on (u) u, a, t, e
            from unnest(cast(:users as text[]), cast(:accounts as text[]), cast(cast(:times as text[]) as timestamptz[]),
                        cast(:events as text[])) as taught (u, a, t, e)
            order by u, t desc, e desc
            on conflict (user_id) do update
            set account_id = excluded.account_id, learned_at = excluded.learned_at, event_id = excluded.event_id
            where (user_account.learned_at, user_account.event_id) < (excluded.learned_at, excluded.event_id)
            returning user_id, account_id
            """;

    /** One text however many are asked for, so that it stays prepared. */
    private static final String LOOK_UP = "select * from user_account where user_id = any(cast(:users as text[]))";

    private final Store store;
    private final Cache<String, String> cache;

    UserAccounts(Store store, IngestSettings settings) {
        this.store = store;
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.accounts().cachedUsers())
                .expireAfterWrite(settings.accounts().cachedFor())
                .build();
    }

    /**
     * Returns after the commit. What a newer call has taught before stays.
     *
     * @throws StoreUnavailable when the database is away
     */
    public void learn(Collection<Membership> memberships) {
        if (memberships.isEmpty()) {
            return;
        }
        List<Object[]> changed = store.inTransaction(
                "learning the accounts of users", session -> upsert(session, List.copyOf(memberships)));
        changed.forEach(row -> cache.put((String) row[0], (String) row[1]));
    }

    /** The account of a user as far as it is in memory, else null; does not wait. */
    public @Nullable String remembered(String user) {
        return cache.getIfPresent(user);
    }

    /**
     * The accounts of those of the users who belong to one.
     *
     * @throws StoreUnavailable when a user is not in memory and the database is away
     */
    public Map<String, String> of(Set<String> users) {
        Map<String, String> known = new HashMap<>(cache.getAllPresent(users));
        if (known.size() < users.size()) {
            Set<String> unknown = new HashSet<>(users);
            unknown.removeAll(known.keySet());
            stored(unknown).forEach(row -> {
                known.put(row.userId, row.accountId);
                // what was learned since we asked is newer
                cache.asMap().putIfAbsent(row.userId, row.accountId);
            });
        }
        return known;
    }

    private List<UserAccountRow> stored(Set<String> users) {
        return store.inTransaction(
                "looking up the accounts of users",
                session -> session.createNativeQuery(LOOK_UP, UserAccountRow.class)
                        .setParameter("users", users.toArray(String[]::new))
                        .getResultList());
    }

    private static Uni<List<Object[]>> upsert(Mutiny.StatelessSession session, List<Membership> memberships) {
        return session.createNativeQuery(LEARN, Object[].class)
                .setParameter("users", texts(memberships, Membership::userId))
                .setParameter("accounts", texts(memberships, Membership::accountId))
                .setParameter(
                        "times",
                        texts(memberships, membership -> membership.at().toString()))
                .setParameter("events", texts(memberships, Membership::eventId))
                .getResultList();
    }

    private static String[] texts(List<Membership> memberships, Function<Membership, String> text) {
        return memberships.stream().map(text).toArray(String[]::new);
    }
}
