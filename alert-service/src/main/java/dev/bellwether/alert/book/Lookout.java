package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.policy.telling.Why;
import dev.bellwether.alert.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks again at what was held back, put off or not acknowledged, when its time has come. The times are rows: a process
 * that dies leaves them to the next, and several share them.
 */
@ApplicationScoped
public class Lookout {

    /** What one person is told in a storm hardly needs two: a page is a summary. */
    private static final int PAGE = 2_000;

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
                .invoke(told -> {
                    metrics.told(told);
                    if (!told.isEmpty()) {
                        couriers.nudge();
                    }
                })
                .map(List::size);
    }

    private static Uni<List<AlertRow>> due(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("now", now)
                .setParameter("page", PAGE)
                .getResultList()
                .chain(accounts -> accounts.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : session.createSelectionQuery(DUE, AlertRow.class)
                                .setParameter("accounts", accounts)
                                .setParameter("now", now)
                                .getResultList());
    }
}
