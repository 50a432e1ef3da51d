package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.LiveAccount;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * The second half of the path: what a batch's facts, and the time that has passed, mean. Every account is assessed once,
 * however much arrived for it.
 */
@Singleton
class Closing {

    private final Fold fold;
    private final Upkeep upkeep;
    private final Assessor assessor;
    private final HealthSettings settings;
    private final HealthMetrics metrics;

    Closing(Fold fold, Upkeep upkeep, Assessor assessor, HealthSettings settings, HealthMetrics metrics) {
        this.fold = fold;
        this.upkeep = upkeep;
        this.assessor = assessor;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Whether time alone has something to do. */
    boolean isDue(Partitions partitions, Instant now) {
        return partitions.owned().stream().anyMatch(partition -> upkeep.isDue(partition, now));
    }

    /** In how many partitions the turn of the day is not finished. */
    long turning(Partitions partitions, Instant now) {
        return partitions.owned().stream()
                .filter(partition -> upkeep.isTurning(partition, now))
                .count();
    }

    /** Completes the batch; every commit before it must be finished. */
    void close(OpenBatch batch, Partitions partitions, Roster roster, Instant now) {
        for (LiveAccount account : batch.whosePastArrives()) {
            Instant since = account.unsettle(now);
            partitions.owned(account.partition()).settling().later(account.id(), since, now);
        }
        metrics.timed("time", () -> {
            int left = settings.sweepBatch();
            for (OwnedPartition partition : partitions.owned()) {
                left -= upkeep.settle(partition, batch, roster, now, left);
            }
            for (OwnedPartition partition : partitions.owned()) {
                left -= upkeep.turn(partition, batch, roster, now, left);
            }
        });
        metrics.timed("fetch", () -> roster.complete(batch.accounts()));
        metrics.timed("assess", () -> {
            fold.drain(batch);
            for (LiveAccount account : batch.accounts()) {
                assessor.assess(account, now, batch.settles(account), batch.changes());
                roster.weigh(account);
            }
            partitions.writeDown(batch);
        });
    }
}
