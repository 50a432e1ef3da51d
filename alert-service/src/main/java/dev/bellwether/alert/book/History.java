package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Forgets, once a day, what has long been over; what still stands and was resolved by nobody is kept, however old, with all that was told of it. */
@ApplicationScoped
class History {

    private static final int PAGE = 500;

    /** A thread goes as a whole, its messages with it: half of it would forget who has heard of the other half. */
    private static final String FORGET = """
            delete from alert where thread_id in (
                select a.thread_id from alert a
                where a.state not in ('open', 'acknowledged') and a.event_at < :before
                  and not exists (select 1 from alert b
                                  where b.thread_id = a.thread_id
                                    and (b.state in ('open', 'acknowledged')
                                         or b.event_at >= :before or b.state_at >= :before))
                order by a.event_at limit :page)
            """;

    /** Summaries and digests: they belong to no alert. */
    private static final String FORGET_ALONE = """
            delete from delivery where id in (
                select d.id from delivery d
                where d.alert_id is null and d.status <> 'due' and d.created_at < :before
                order by d.created_at limit :page)
            """;

    private static final String FORGET_TOLD = """
            delete from told where id in (
                select t.id from told t where t.at < :before order by t.at limit :page)
            """;

    private static final String FORGET_DIGESTS = """
            delete from digest where ctid = any (array(
                select d.ctid from digest d where d.until < :before order by d.until limit :page))
            """;

    private static final List<String> ALL = List.of(FORGET, FORGET_ALONE, FORGET_TOLD, FORGET_DIGESTS);

    private final Transactions transactions;
    private final AlertSettings settings;
    private final InstantSource clock;

    History(Transactions transactions, AlertSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return forget(clock.instant().minus(settings.retention()));
    }

    /** Forgets what was over before then, a page in a transaction. */
    Uni<Void> forget(Instant before) {
        Uni<Void> forgotten = Uni.createFrom().voidItem();
        for (String statement : ALL) {
            forgotten = forgotten.chain(() -> forgetPage(statement, before)
                    .repeat()
                    .whilst(some -> some > 0)
                    .onItem()
                    .ignoreAsUni());
        }
        return forgotten;
    }

    private Uni<Integer> forgetPage(String statement, Instant before) {
        return transactions.in(session -> session.createNativeQuery(statement)
                .setParameter("before", before)
                .setParameter("page", PAGE)
                .executeUpdate());
    }
}
