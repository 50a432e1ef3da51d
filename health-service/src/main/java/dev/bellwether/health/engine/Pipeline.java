package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Fence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One batch fills while the one before it commits, and one poll is decoded while the one before it is folded: never
 * more than these, so that memory has a limit and a slow database slows consumption. Commits come one after the other, in order. Belongs to the engine's one thread; after any
 * failure it is thrown away with everything in it.
 */
final class Pipeline {

    private final Path path;
    private final Partitions partitions;
    private final Roster roster;
    private final HealthSettings settings;
    private final HealthMetrics metrics;

    private OpenBatch open = new OpenBatch(1);
    private @Nullable InFlight inFlight;
    private @Nullable Decoding ahead;

    /** The steps that a batch goes through. */
    @Singleton
    record Path(Intake intake, Closing closing, Committer committer) {}

    /** A batch that is being committed. */
    private record InFlight(OpenBatch batch, Ownership ownership, long begun, CompletableFuture<Void> done) {}

    Pipeline(Path path, Partitions partitions, Roster roster, HealthSettings settings, HealthMetrics metrics) {
        this.path = path;
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
        Decoding next = polled.isEmpty() ? null : path.intake().begin(polled, now);
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

    /** Whether folded records wait for the commit before theirs. */
    boolean isWaiting() {
        return inFlight != null && open.records() > 0;
    }

    /** Whether nothing more may be taken until the commit before has ended. */
    boolean isFull() {
        return open.records() >= settings.batch() || open.accounts().size() >= settings.batchAccounts();
    }

    /**
     * Ends a commit that is done, and begins the next if there is reason to.
     *
     * @param lag tells how many records wait on the log; with more than a batch of them a fuller batch is worth waiting for
     * @return how far each topic has been committed; empty when no commit ended
     * @throws Fence.Lost when a partition is another instance's by now
     */
    Map<TopicPartition, Long> advance(Instant now, LongSupplier lag) {
        Map<TopicPartition, Long> committed = Map.of();
        InFlight commit = inFlight;
        if (commit != null && (commit.done().isDone() || isFull() || isLate(commit))) {
            committed = finish(commit, now);
        }
        if (inFlight == null) {
            long waiting = lag.getAsLong();
            metrics.standing(waiting, path.closing().turning(partitions, now));
            if (isReady(now, waiting > settings.batch())) {
                begin(now);
            }
        }
        return committed;
    }

    /** Commits everything that was taken, so that the next owner begins here. */
    void handOver(Instant now) {
        foldAhead();
        InFlight commit = inFlight;
        if (commit != null) {
            finish(commit, now);
        }
        if (open.records() > 0) {
            finish(begin(now), now);
        }
    }

    private void foldAhead() {
        Decoding decoding = ahead;
        if (decoding != null) {
            ahead = null;
            path.intake().take(decoding, open, partitions, roster);
        }
    }

    private boolean isLate(InFlight commit) {
        return System.nanoTime() - commit.begun() > settings.transactionLimit().toNanos();
    }

    private boolean isReady(Instant now, boolean behind) {
        if (open.records() == 0) {
            return path.closing().isDue(partitions, now);
        }
        return !behind || isFull() || !open.openedAt().plus(settings.linger()).isAfter(now);
    }

    private InFlight begin(Instant now) {
        OpenBatch batch = open;
        path.closing().close(batch, partitions, roster, now);
        Ownership ownership = Ownership.of(batch, partitions);
        open = new OpenBatch(batch.number() + 1);
        InFlight begun = new InFlight(
                batch, ownership, System.nanoTime(), path.committer().commit(ownership.moves(), batch.changes()));
        inFlight = begun;
        return begun;
    }

    /** Waits for the commit as long as a transaction may take. */
    private Map<TopicPartition, Long> finish(InFlight commit, Instant now) {
        metrics.timed("wait", () -> await(commit.done()));
        metrics.transaction(Duration.ofNanos(System.nanoTime() - commit.begun()));
        inFlight = null;
        OpenBatch batch = commit.batch();
        commit.ownership().moved();
        batch.committed();
        roster.committed(batch.number());
        batch.outcomes().tell(metrics);
        metrics.announced(batch.changes().announcements());
        metrics.committed(
                batch.records(), batch.delays().oldestArrival(), batch.delays().oldestFresh(), now);
        return batch.consumedUpTo();
    }

    private void await(CompletableFuture<Void> done) {
        try {
            done.orTimeout(settings.transactionLimit().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new IllegalStateException(
                        "the database took longer than "
                                + settings.transactionLimit().toSeconds() + " s",
                        e);
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
