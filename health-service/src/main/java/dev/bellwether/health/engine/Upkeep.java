package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.DayTurn;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What time alone changes: accounts that have settled, and every account when the day turns. */
@Singleton
class Upkeep {

    // the figures of the oldest day that may be asked for look back over four weeks
    private static final int LOOK_BACK = 28;

    private final Accounts accounts;
    private final Assessor assessor;
    private final HealthSettings settings;
    private final HealthMetrics metrics;

    Upkeep(Accounts accounts, Assessor assessor, HealthSettings settings, HealthMetrics metrics) {
        this.accounts = accounts;
        this.assessor = assessor;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Whether there is anything to do. */
    boolean isDue(OwnedPartition partition, Instant now) {
        return partition.settling().isDue(now) || isTurning(partition, now);
    }

    /** Whether the turn of the day is not finished. */
    boolean isTurning(OwnedPartition partition, Instant now) {
        return !turnOf(partition, now).finished();
    }

    /** Adds accounts whose wait is over, so many at most; answers how many. */
    int settle(OwnedPartition partition, OpenBatch batch, Roster roster, Instant now, int limit) {
        List<String> waited = partition.settling().due(now, limit);
        if (waited.isEmpty()) {
            return 0;
        }
        List<String> due = waited.subList(0, roster.stored(waited, batch, batch::settle));
        batch.lookedAfter(partition);
        batch.onceCommitted(() -> due.forEach(partition.settling()::done));
        return due.size();
    }

    /**
     * Adds the next accounts of the day's turn, so many at most; answers how many. Resumable, because how far it came commits
     * with what it found.
     */
    int turn(OwnedPartition partition, OpenBatch batch, Roster roster, Instant now, int limit) {
        DayTurn turn = turnOf(partition, now);
        if (turn.finished() || limit <= 0) {
            return 0;
        }
        List<String> found = accounts.inOrder(partition.number(), turn.afterAccount(), limit)
                .await()
                .atMost(settings.transactionLimit());
        List<String> ids = found.subList(0, roster.stored(found, batch, batch::touch));
        boolean isLast = ids.size() == found.size() && found.size() < limit;
        String last = ids.isEmpty() ? turn.afterAccount() : ids.getLast();
        DayTurn next = new DayTurn(partition.number(), turn.day(), turn.outages(), last, isLast);
        batch.changes().add(next);
        batch.changes()
                .tidy(new Changes.Tidying(ids, turn.day(), turn.day().minusDays(settings.retentionDays() + LOOK_BACK)));
        batch.lookedAfter(partition);
        batch.onceCommitted(() -> {
            partition.turned(next);
            metrics.swept(ids.size());
        });
        return ids.size();
    }

    private DayTurn turnOf(OwnedPartition partition, Instant now) {
        return partition.turn().on(assessor.today(now), assessor.outagesMark());
    }
}
