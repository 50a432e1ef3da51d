package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.publish.BatchPublisher;
import dev.bellwether.ingest.publish.Unpublished;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The chunks of one import that Kafka has not acknowledged yet, in their order; so many at most that memory is bounded. */
final class Flight {

    private static final int MOST = 8;
    /** Should this thread have been held up, its acknowledgement has been as well. */
    private static final int LEAST_MILLIS = 100;

    private final BatchPublisher publisher;
    private final Duration within;
    private final Deque<Sent> underWay = new ArrayDeque<>(MOST);

    /** Whether Kafka is there is not known before it has acknowledged something. */
    private boolean proven;

    /** Since when the first is the next to land, as {@link System#nanoTime()} counts. */
    private long since;

    /**
     * @param within how long Kafka may acknowledge nothing until it counts as away
     */
    Flight(BatchPublisher publisher, Duration within) {
        this.publisher = publisher;
        this.within = within;
    }

    void send(Chunk chunk, Progress after) {
        if (underWay.isEmpty()) {
            since = System.nanoTime();
        }
        underWay.add(new Sent(chunk, after, proven ? publisher.goOn(chunk.facts()) : publisher.begin(chunk.facts())));
    }

    /** Whether the first must land before another may be sent. */
    boolean isFull() {
        return underWay.size() >= MOST || !proven && !underWay.isEmpty();
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** Whether the first is acknowledged already, or should be. */
    boolean isDue() {
        return !underWay.isEmpty()
                && (underWay.getFirst().sending().acknowledged().isDone() || left().isNegative());
    }

    private Duration left() {
        return within.minusNanos(System.nanoTime() - since);
    }

    /**
     * Waits for the first, which may lie on Kafka later all the same when it did not come in time.
     *
     * @throws Unpublished when Kafka has not acknowledged it
     */
    Sent land() {
        Sent first = underWay.removeFirst();
        try {
            first.sending().acknowledged().get(Math.max(left().toMillis(), LEAST_MILLIS), TimeUnit.MILLISECONDS);
            since = System.nanoTime();
            proven |= !first.chunk().facts().isEmpty();
            return first;
        } catch (ExecutionException e) {
            throw new Unpublished(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            first.sending().leave().missed();
            throw new Unpublished(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unpublished(e);
        }
    }

    /**
     * A chunk under way.
     *
     * @param after how far the import has come once it has landed
     */
    record Sent(Chunk chunk, Progress after, BatchPublisher.Sending sending) {}
}
