package dev.bellwether.ingest.account;

import dev.bellwether.ingest.IngestSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which account a user belongs to: kept in the database, the lately used in memory. Its methods may wait, but for one. */
@Singleton
public class UserAccounts {

    /**
     * Sorted, so that two requests that teach the same users never wait for each other in a circle. An account stays, or
     * comes late, for as long as nothing newer names one: whom the user follows since may have none. What was only concluded
     * from another id (linked) is older than any word.
     */
    private static final String LEARN = """
            insert into user_account (user_id, account_id, via, learned_at, event_id)
            select distinct on (u) u, a, v, t, e
            from unnest(cast(:users as text[]), cast(:accounts as text[]), cast(cast(:times as text[]) as timestamptz[]),
                        cast(:events as text[]), cast(:vias as text[])) as taught (u, a, t, e, v)
            order by u, t desc, e collate "C" desc
            on conflict (user_id) do update
            set account_id = coalesce(excluded.account_id, user_account.account_id),
                via = case when %1$s then excluded.via else user_account.via end,
                learned_at = case when %1$s then excluded.learned_at else user_account.learned_at end,
                event_id = case when %1$s then excluded.event_id else user_account.event_id end,
                linked = false
            where user_account.account_id is null or %1$s
            returning user_id, account_id, account_id is not null and via is null as told,
                      case when via is null then group_id end as group_id, learned_at, event_id
            """.formatted("""
            (user_account.linked
             or (user_account.learned_at, user_account.event_id collate "C") < (excluded.learned_at, excluded.event_id))""");

    /** One text however many are asked for, so that it stays prepared. */
    private static final String LOOK_UP = "select * from account_of_user where user_id = any(cast(:users as text[]))";

    private final Store store;
    private final Remembered remembered;

    UserAccounts(Store store, IngestSettings settings) {
        this.store = store;
        this.remembered = new Remembered(settings);
    }

    /**
     * Returns after the commit. What a newer call has taught before stays.
     *
     * @return the users of whom it was news
     * @throws StoreUnavailable when the database is away
     */
    public Set<String> learn(Collection<Membership> memberships) {
        if (memberships.isEmpty()) {
            return Set.of();
        }
        List<KnownAccount> news = store.inTransaction(
                "learning the accounts of users", session -> upsert(session, List.copyOf(memberships)));
        Set<String> users = news.stream().map(row -> row.userId).collect(Collectors.toSet());
        remembered.doubt(memberships.stream()
                .map(Membership::userId)
                .filter(user -> !users.contains(user))
                .toList());
        news.forEach(remembered::learned);
        return users;
    }

    /** The account of a user as far as it is in memory, else null; does not wait. */
    public @Nullable String remembered(String user) {
        return remembered.account(user);
    }

    /** These groups of ids are other ones now. */
    void forget(Collection<UUID> groups) {
        remembered.forget(groups);
    }

    /**
     * The accounts of those of the users who belong to one.
     *
     * @throws StoreUnavailable when a user is not in memory and the database is away
     */
    public Map<String, String> of(Set<String> users) {
        Map<String, String> known = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String user : users) {
            String account = remembered.account(user);
            if (account == null) {
                unknown.add(user);
            } else {
                known.put(user, account);
            }
        }
        if (!unknown.isEmpty()) {
            long stamp = remembered.stamp();
            stored(unknown).forEach(row -> {
                if (row.accountId != null) {
                    known.put(row.userId, row.accountId);
                }
                remembered.found(row, stamp);
            });
        }
        return known;
    }

    private List<KnownAccount> stored(Set<String> users) {
        return store.inTransaction(
                "looking up the accounts of users",
                session -> session.createNativeQuery(LOOK_UP, KnownAccount.class)
                        .setParameter("users", users.toArray(String[]::new))
                        .getResultList());
    }

    private static Uni<List<KnownAccount>> upsert(Mutiny.StatelessSession session, List<Membership> memberships) {
        return session.createNativeQuery(LEARN, KnownAccount.class)
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
