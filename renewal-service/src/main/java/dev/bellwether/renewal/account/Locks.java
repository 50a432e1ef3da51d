package dev.bellwether.renewal.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Locks accounts until the transaction ends. Everyone locks in the order of the ids, or skips what others hold, so that
 * nobody waits in a circle.
 */
@ApplicationScoped
class Locks {

    private static final String ADD = """
            insert into account (account_id) select id from unnest(cast(:ids as text[])) as id order by id collate "C"
            on conflict do nothing
            """;
    private static final String ALL =
            "select * from account where account_id = any(cast(:ids as text[])) order by account_id for update";
    private static final String NEXT = """
            select * from account where look_at <= :now order by look_at, account_id
            limit :page for update skip locked
            """;
    private static final String DUE = """
            select * from account where account_id = any(cast(:ids as text[])) and look_at <= :now
            order by account_id for update skip locked
            """;

    /** Adds accounts that are not known yet. */
    Uni<List<AccountRow>> all(Mutiny.Session session, Collection<String> ids) {
        String[] array = ids.toArray(String[]::new);
        return session.createNativeQuery(ADD)
                .setParameter("ids", array)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(ALL, AccountRow.class)
                        .setParameter("ids", array)
                        .getResultList());
    }

    /** Of those that are due and that nobody else looks at, the longest due. */
    Uni<List<AccountRow>> next(Mutiny.Session session, Instant now, int page) {
        return session.createNativeQuery(NEXT, AccountRow.class)
                .setParameter("now", now)
                .setParameter("page", page)
                .getResultList();
    }

    /** Those of them that are due and that nobody else looks at. */
    Uni<List<AccountRow>> due(Mutiny.Session session, Collection<String> ids, Instant now) {
        return session.createNativeQuery(DUE, AccountRow.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .setParameter("now", now)
                .getResultList();
    }
}
