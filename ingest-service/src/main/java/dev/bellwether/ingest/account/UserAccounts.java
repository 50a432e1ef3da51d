package dev.bellwether.ingest.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.contracts.EventIds;
import dev.bellwether.ingest.IngestSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
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

    /**
     * Sorted, so that two requests that teach the same users never wait for each other in a circle. An account stays, or
     * comes late, for as long as nothing newer names one: whom the user follows since may have none.
     */
    private static final String TEACH = """
            insert into user_account (user_id, account_id, via, learned_at, event_id, linked)
            select distinct on (u) u, a, v, t, e, %1$s
            from unnest(cast(:users as text[]), cast(:accounts as text[]), cast(cast(:times as text[]) as timestamptz[]),
                        cast(:events as text[]), cast(:vias as text[])) as taught (u, a, t, e, v)
            order by u, t desc, e desc
            on conflict (user_id) do update
            set account_id = coalesce(excluded.account_id, user_account.account_id),
                via = case when %2$s then excluded.via else user_account.via end,
                learned_at = case when %2$s then excluded.learned_at else user_account.learned_at end,
                event_id = case when %2$s then excluded.event_id else user_account.event_id end,
                linked = excluded.linked
            where %3$s
            returning *
            """;

    private static final String NEWER =
            "(user_account.learned_at, user_account.event_id) < (excluded.learned_at, excluded.event_id)";

    /** A link is no word about the account, so that an older word is not late for it. */
    private static final String LEARN = TEACH.formatted(
            "false",
            "(user_account.linked or " + NEWER + ")",
            "user_account.linked or user_account.account_id is null or " + NEWER);

    /** Whoever got an account in the very moment keeps it. */
    private static final String LINK = TEACH.formatted("true", "true", "user_account.account_id is null and " + NEWER);

    private static final String FOLLOW = TEACH.formatted("true", "true", "user_account.linked and " + NEWER);

    /** One text however many are asked for, so that it stays prepared. */
    private static final String LOOK_UP = """
            select u.user_id, coalesce(v.account_id, u.account_id) as account_id, u.via, u.learned_at, u.event_id, u.linked
            from user_account u
            left join user_account v on v.user_id = u.via
            where u.user_id = any(cast(:users as text[]))
            """;

    private final Store store;
    private final Cache<String, Known> cache;

    UserAccounts(Store store, IngestSettings settings) {
        this.store = store;
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.accounts().cachedUsers())
                .expireAfterWrite(settings.accounts().cachedFor())
                .build();
    }

    /**
     * Returns after the commit. What a newer call has taught before stays; what was only linked does not.
     *
     * @throws StoreUnavailable when the database is away
     */
    public void learn(Collection<Membership> memberships) {
        teach(LEARN, memberships);
    }

    /**
     * The same for those who have no account; those who have one keep it.
     *
     * @throws StoreUnavailable when the database is away
     */
    public void link(Collection<Membership> memberships) {
        teach(LINK, memberships);
    }

    /**
     * The same for those who have no account of their own: the newest says whom they follow.
     *
     * @throws StoreUnavailable when the database is away
     */
    public void follow(Collection<Membership> memberships) {
        teach(FOLLOW, memberships);
    }

    private void teach(String statement, Collection<Membership> memberships) {
        if (!memberships.isEmpty()) {
            store.inTransaction(
                            "learning the accounts of users",
                            session -> upsert(statement, session, List.copyOf(memberships)))
                    .forEach(this::remember);
        }
    }

    /** The account of a user as far as it is in memory, else null; does not wait. */
    public @Nullable String remembered(String user) {
        Known known = cache.getIfPresent(user);
        return known == null ? null : known.account();
    }

    /**
     * The accounts of those of the users who belong to one.
     *
     * @throws StoreUnavailable when a user is not in memory and the database is away
     */
    public Map<String, String> of(Set<String> users) {
        Map<String, String> known = new HashMap<>();
        cache.getAllPresent(users).forEach((user, one) -> known.put(user, one.account()));
        if (known.size() < users.size()) {
            Set<String> unknown = new HashSet<>(users);
            unknown.removeAll(known.keySet());
            stored(unknown).forEach(row -> {
                if (row.accountId != null) {
                    known.put(row.userId, row.accountId);
                }
                remember(row);
            });
        }
        return known;
    }

    /** What follows another one is asked for each time, because the other one may change. */
    private void remember(UserAccountRow row) {
        if (row.via != null || row.accountId == null) {
            cache.invalidate(row.userId);
        } else {
            cache.asMap().merge(row.userId, Known.of(row, row.accountId), Known::better);
        }
    }

    /** What is in memory: threads come here in another order than that in which the database took them. */
    private record Known(String account, boolean linked, Instant at, String eventId) {

        static Known of(UserAccountRow row, String account) {
            return new Known(account, row.linked, row.learnedAt, row.eventId);
        }

        Known better(Known other) {
            if (linked != other.linked) {
                return linked ? other : this;
            }
            return EventIds.isOlder(other.at, other.eventId, at, eventId) ? this : other;
        }
    }

    private List<UserAccountRow> stored(Set<String> users) {
        return store.inTransaction(
                "looking up the accounts of users",
                session -> session.createNativeQuery(LOOK_UP, UserAccountRow.class)
                        .setParameter("users", users.toArray(String[]::new))
                        .getResultList());
    }

    private static Uni<List<UserAccountRow>> upsert(
            String statement, Mutiny.StatelessSession session, List<Membership> memberships) {
        return session.createNativeQuery(statement, UserAccountRow.class)
                .setParameter("users", texts(memberships, Membership::userId))
                .setParameter("accounts", texts(memberships, Membership::accountId))
                .setParameter(
                        "times",
                        texts(memberships, membership -> membership.at().toString()))
                .setParameter("events", texts(memberships, Membership::eventId))
                .setParameter("vias", texts(memberships, Membership::via))
                .getResultList();
    }

    private static String[] texts(List<Membership> memberships, Function<Membership, @Nullable String> text) {
        return memberships.stream().map(text).toArray(String[]::new);
    }
}
