package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Fence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One batch fills while the one before it commits, and one poll is decoded while the one before it is folded: never
 * more than these, so that memory has a limit and a slow database slows consumption. Commits come one after the other, in
 * order. Belongs to the engine's one thread; after any failure it is thrown away with everything in it.
 */
final class Pipeline {

    // documents of facts to be written; PostgreSQL takes a gigabyte as one parameter, and memory must hold two batches
    private static final long MOST_CHARACTERS = 16_000_000;

    private final Steps steps;
    private final Partitions partitions;
    private final Roster roster;
    private final HealthSettings settings;
    private final HealthMetrics metrics;

    private OpenBatch open = new OpenBatch(1);
    private @Nullable InFlight inFlight;
    private @Nullable Decoding ahead;

    /** The steps that a batch goes through. */
    @Singleton
    record Steps(Intake intake, Closing closing, Committer committer, InstantSource clock) {}

    /** A batch that is being committed. */
    private record InFlight(OpenBatch batch, Ownership ownership, long begun, CompletableFuture<Void> done) {}

    Pipeline(Steps steps, Partitions partitions, Roster roster, HealthSettings settings, HealthMetrics metrics) {
        this.steps = steps;
        this.partitions = partitions;
        this.roster = roster;
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Takes the records of a poll, of which there may be none. Many are decoded while others are folded: they stay ahead
     * until the next poll.
     */
    void take(ConsumerRecords<String, byte[]> polled, Instant now) {
        Decoding next = polled.isEmpty() ? null : steps.intake().begin(polled, now, partitions.placement());
        foldAhead();
        ahead = next;
        if (next != null && !next.isShared()) {
            foldAhead();
        }
    }

    /** Whether records that were taken are not folded yet. */
    boolean isAhead() {
        return ahead != null;
    }

    /** Whether a commit is on its way. */
    boolean isCommitting() {
        return inFlight != null;
    }

    /**
     * Ends a commit that is done, and begins the next if there is reason to.
     *
     * @param lag tells how many records wait on the log; with more than a batch of them a fuller batch is worth waiting for
     * @return how far each topic has been committed, of which there may be none; empty when no commit ended
     * @throws Fence.Lost when a partition is another instance's by now
     */
    Optional<Map<TopicPartition, Long>> advance(LongSupplier lag) {
        Optional<Map<TopicPartition, Long>> committed = Optional.empty();
        InFlight commit = inFlight;
        if (commit != null && (commit.done().isDone() || isFull() || isLate(commit))) {
            committed = Optional.of(finish(commit));
        }
        if (inFlight == null) {
            Instant now = steps.clock().instant();
            long waiting = lag.getAsLong();
            metrics.standing(waiting, steps.closing().turning(partitions, now));
            if (isReady(now, waiting > settings.batch())) {
                begin(now);
            }
        }
        return committed;
    }

    /** Commits everything that was taken, so that the next owner begins here. */
    void handOver() {
        foldAhead();
        InFlight commit = inFlight;
        if (commit != null) {
            finish(commit);
        }
        if (open.records() > 0) {
            finish(begin(steps.clock().instant()));
        }
    }

    /** Whether nothing more may be taken until the commit before has ended. */
    private boolean isFull() {
        return open.records() >= settings.batch()
                || open.accounts().size() >= settings.batchAccounts()
                || open.changes().factCharacters() >= MOST_CHARACTERS
                || (open.records() > 0 && roster.isOverBudget());
    }

    private void foldAhead() {
        Decoding decoding = ahead;
        if (decoding != null) {
            ahead = null;
            steps.intake().take(decoding, open, partitions, roster);
        }
    }

    private boolean isLate(InFlight commit) {
        return left(commit).isNegative();
    }

    private Duration left(InFlight commit) {
        return settings.transactionLimit().minusNanos(System.nanoTime() - commit.begun());
    }

    private boolean isReady(Instant now, boolean behind) {
        if (open.records() == 0) {
            return steps.closing().isDue(partitions, now);
        }
        return !behind || isFull() || !open.openedAt().plus(settings.linger()).isAfter(now);
    }

    private InFlight begin(Instant now) {
        OpenBatch batch = open;
        steps.closing().close(batch, partitions, roster, now);
        Ownership ownership = Ownership.of(batch, partitions);
        open = new OpenBatch(batch.number() + 1);
        InFlight begun = new InFlight(
                batch, ownership, System.nanoTime(), steps.committer().commit(ownership.moves(), batch.changes()));
        inFlight = begun;
        return begun;
    }

    /** Waits for the commit as long as a transaction may take. */
    private Map<TopicPartition, Long> finish(InFlight commit) {
        metrics.timed("wait", () -> Waiting.on(commit.done(), left(commit)));
        metrics.transaction(Duration.ofNanos(System.nanoTime() - commit.begun()));
        inFlight = null;
        OpenBatch batch = commit.batch();
        commit.ownership().moved();
        batch.committed();
        roster.committed(batch.number());
        partitions.measure(metrics);
        batch.outcomes().tell(metrics);
        metrics.announced(batch.changes().announcements());
        metrics.committed(
                batch.records(),
                batch.delays().oldestArrival(),
                batch.delays().oldestFresh(),
                steps.clock().instant());
        return batch.consumedUpTo();
    }
}
