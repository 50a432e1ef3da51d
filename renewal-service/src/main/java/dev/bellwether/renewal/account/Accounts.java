package dev.bellwether.renewal.account;

import dev.bellwether.renewal.desk.Desks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds accounts and all that is known of them. */
@ApplicationScoped
public class Accounts {

    private static final String DUE = """
            select a.accountId from AccountRow a where a.lookAt <= :now order by a.lookAt, a.accountId
            """;

    private final Locks locks;
    private final Desks desks;
    private final UnreadableFacts unreadable;

    Accounts(Locks locks, Desks desks, UnreadableFacts unreadable) {
        this.locks = locks;
        this.desks = desks;
        this.unreadable = unreadable;
    }

    /** Ids of accounts that are due for a look, the longest due first; locks nothing. */
    public Uni<List<String>> due(Mutiny.Session session, Instant now, int limit) {
        return session.createQuery(DUE, String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The accounts that are due longest and that nobody else looks at; locked until the transaction ends. */
    public Uni<List<Account>> lockNext(Mutiny.Session session, Instant now, int limit) {
        return locks.next(session, now, limit).chain(rows -> complete(session, rows));
    }

    /** Those of the accounts that are still due and that nobody else looks at; locked until the transaction ends. */
    public Uni<List<Account>> lockDue(Mutiny.Session session, Collection<String> ids, Instant now) {
        return locks.due(session, ids, now).chain(rows -> complete(session, rows));
    }

    /** The accounts, locked until the transaction ends; unknown ones are known from then on. */
    public Uni<List<Account>> lock(Mutiny.Session session, Collection<String> ids) {
        return locks.all(session, ids).chain(rows -> complete(session, rows));
    }

    /** The accounts, in the order of their ids; unknown ones are left out. */
    public Uni<List<Account>> load(Mutiny.Session session, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery(
                                "from AccountRow a where a.accountId in :ids order by a.accountId", AccountRow.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .chain(rows -> complete(session, rows));
    }

    /** One session takes one question at a time. */
    private Uni<List<Account>> complete(Mutiny.Session session, List<AccountRow> rows) {
        Set<String> ids = rows.stream().map(row -> row.accountId).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return of(session, ids, ContractFactRow.class)
                .chain(facts -> openFlags(session, ids)
                        .chain(flags -> of(session, ids, MilestoneRow.class)
                                .chain(milestones -> of(session, ids, TermEndRow.class)
                                        .chain(ends -> desks.calls(session, ids)
                                                .map(calls -> new Rows(
                                                                unreadable.without(facts),
                                                                flags,
                                                                milestones,
                                                                ends,
                                                                calls)
                                                        .accounts(rows))))));
    }

    /** Cleared ones stay in the table and are many in the end. */
    private static Uni<List<FlagRow>> openFlags(Mutiny.Session session, Set<String> ids) {
        return session.createQuery("from FlagRow f where f.accountId in :ids and f.cleared = false", FlagRow.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private static <T> Uni<List<T>> of(Mutiny.Session session, Set<String> ids, Class<T> row) {
        return session.createQuery("from " + row.getSimpleName() + " r where r.accountId in :ids", row)
                .setParameter("ids", ids)
                .getResultList();
    }
}
