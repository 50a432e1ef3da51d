package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A clock that was set back keeps nobody waiting until it has caught up. */
@ApplicationScoped
class SetBack {

    /** What waits for minutes only; by the database's clock, of which there is one. */
    private static final String BRING_FORWARD = """
            update alert set look_at = clock_timestamp()
            where id in (select a.id from alert a
                         where a.held in ('gathered', 'storm', 'grouped')
                           and a.look_at > clock_timestamp() + cast(:millis as bigint) * interval '1 millisecond'
                         order by a.id for update skip locked)
            """;

    /** Clocks of several processes, and of the database, are hardly further apart. */
    private static final Duration APART = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Duration longest;

    SetBack(Transactions transactions, AlertSettings settings) {
        this.transactions = transactions;
        this.longest = settings.rhythm()
                .gatherFor()
                .plus(settings.rhythm().groupWithin())
                .plus(APART);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> bringForward() {
        return transactions.in(session -> session.createNativeQuery(BRING_FORWARD)
                .setParameter("millis", longest.toMillis())
                .executeUpdate()
                .replaceWithVoid());
    }
}
