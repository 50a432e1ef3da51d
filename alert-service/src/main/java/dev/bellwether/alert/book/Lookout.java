package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.policy.telling.Why;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.messaging.InTurn;
import dev.bellwether.messaging.Undecidable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Looks again at what was held back, put off or not acknowledged, when its time has come. The times are rows: a process
 * that dies leaves them to the next, and several share them.
 */
@ApplicationScoped
public class Lookout {

    /** What one person is told in a storm hardly needs two: a page is a summary. */
    private static final int PAGE = 2_000;

    /** How long what cannot be told waits for its next try. */
    static final Duration POSTPONED = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(Lookout.class);

    private static final String WAITING = """
            select distinct account_id from alert where look_at <= :now order by account_id
            """;

    private static final String LOCK_ONE = "select c.id from account c where c.id = :account for update skip locked";

    private static final String POSTPONE = """
            update alert set look_at = :later where account_id = :account and look_at <= :now
            """;

    /** Whoever else holds an account decides about it; it is looked at in the next round if need be. */
    private static final String LOCK = """
            select c.id from account c
            where c.id in (select a.account_id from alert a join account o on o.id = a.account_id
                           where a.look_at <= :now order by a.look_at, lower(o.owner) limit :page)
            order by c.id for update skip locked
            """;

    private static final String HELD = """
            select held, count(*) from alert
            where held is not null and state in ('open', 'acknowledged') group by held
            """;

    private static final String DUE = """
            from AlertRow a where a.accountId in :accounts and a.lookAt <= :now order by a.lookAt, a.id
            """;

    private final Transactions transactions;
    private final Teller teller;
    private final Couriers couriers;
    private final AlertMetrics metrics;
    private final InstantSource clock;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    Lookout(Transactions transactions, Teller teller, Couriers couriers, AlertMetrics metrics, InstantSource clock) {
        this.transactions = transactions;
        this.teller = teller;
        this.couriers = couriers;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "${bellwether.alert.look-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return page().repeat().whilst(looked -> looked >= PAGE).onItem().ignoreAsUni();
    }

    /** Counts what is held back, for whoever watches. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return transactions
                .in(session -> session.createNativeQuery(HELD, Object[].class).getResultList())
                .invoke(rows -> {
                    Map<String, Long> counts = new HashMap<>();
                    rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
                    for (Why why : Why.values()) {
                        metrics.held(why, counts.getOrDefault(why.label(), 0L));
                    }
                })
                .replaceWithVoid();
    }

    /** One page; answers how many alerts were looked at. */
    Uni<Integer> page() {
        Instant now = clock.instant();
        return transactions
                .in(session -> due(session, now).chain(rows -> teller.tell(session, rows)))
                .invoke(this::report)
                .map(List::size)
                .onFailure(Lookout::comesAgain)
                .recoverWithUni(failure -> oneByOne(now));
    }

    private void report(List<Teller.Told> told) {
        metrics.told(told);
        if (!told.isEmpty()) {
            couriers.nudge();
        }
    }

    private static boolean comesAgain(Throwable failure) {
        return Untellable.is(failure) || Undecidable.isAtFault(failure);
    }

    /** Finds the account at fault, so that it stops no other; no further page is looked at in this round. */
    private Uni<Integer> oneByOne(Instant now) {
        return transactions
                .in(session -> session.createNativeQuery(WAITING, String.class)
                        .setParameter("now", now)
                        .setMaxResults(PAGE)
                        .getResultList())
                .chain(accounts -> InTurn.each(accounts, account -> look(account, now)))
                .replaceWith(0);
    }

    private Uni<Void> look(String account, Instant now) {
        return transactions
                .in(session -> session.createNativeQuery(LOCK_ONE, String.class)
                        .setParameter("account", account)
                        .getResultList()
                        .chain(accounts -> due(session, accounts, now))
                        .chain(rows -> teller.tell(session, rows)))
                .invoke(this::report)
                .replaceWithVoid()
                .onFailure(Lookout::comesAgain)
                .recoverWithUni(failure -> postpone(account, now, failure));
    }

    private Uni<Void> postpone(String account, Instant now, Throwable failure) {
        metrics.untellable();
        if (complained.add(account)) { // the same failure again is not logged again
            LOG.errorf(failure, "an alert cannot be told and is tried again every five minutes: account=%s", account);
        }
        return transactions.in(session -> session.createNativeQuery(POSTPONE)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("later", now.plus(POSTPONED))
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Uni<List<AlertRow>> due(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("now", now)
                .setParameter("page", PAGE)
                .getResultList()
                .chain(accounts -> due(session, accounts, now));
    }

    private static Uni<List<AlertRow>> due(Mutiny.Session session, List<String> accounts, Instant now) {
        return accounts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery(DUE, AlertRow.class)
                        .setParameter("accounts", accounts)
                        .setParameter("now", now)
                        .getResultList();
    }
}
