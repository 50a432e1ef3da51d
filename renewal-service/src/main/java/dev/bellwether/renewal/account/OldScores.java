package dev.bellwether.renewal.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Forgets scores that no trend looks back at. Of each account the newest old one stays: it holds until the next. A page is
 * a transaction.
 */
@ApplicationScoped
class OldScores {

    /** More than a trend looks back, so that a clock may be put back by a month. */
    private static final int KEPT_DAYS = 60;

    private static final int PAGE = 10_000;
    private static final String FORGET = """
            delete from score_day where (account_id, day) in (
                select s.account_id, s.day from score_day s
                 where s.day < :before and exists (
                   select 1 from score_day n where n.account_id = s.account_id and n.day > s.day and n.day <= :before)
                 order by s.day limit :page)
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    OldScores(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetAll() {
        Instant now = clock.instant();
        int forgotten;
        do {
            forgotten = forget(now);
        } while (forgotten == PAGE);
    }

    private int forget(Instant now) {
        LocalDate before = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(KEPT_DAYS);
        return transactions.run((Mutiny.Session session) -> session.createNativeQuery(FORGET)
                .setParameter("before", before)
                .setParameter("page", PAGE)
                .executeUpdate());
    }
}
