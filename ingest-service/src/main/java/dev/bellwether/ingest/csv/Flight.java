package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.publish.Publisher;
import dev.bellwether.ingest.publish.Unpublished;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The chunks of one import that Kafka has not acknowledged yet, in their order; so many at most that memory is bounded. */
final class Flight {

    private static final int MOST = 8;
    /** Longer than a delivery may take, after which the producer itself gives up. */
    private static final int SETTLED_WITHIN_SECONDS = 60;

    private final Publisher publisher;
    private final Deque<Sent> underWay = new ArrayDeque<>(MOST);

    Flight(Publisher publisher) {
        this.publisher = publisher;
    }

    void send(Chunk chunk, Progress after) {
        underWay.add(new Sent(chunk, after, publisher.publish(chunk.facts())));
    }

    /** Whether the first must land before another may be sent. */
    boolean isFull() {
        return underWay.size() >= MOST;
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** Whether the first is acknowledged already. */
    boolean hasLanded() {
        return !underWay.isEmpty() && underWay.getFirst().acknowledged().isDone();
    }

    /**
     * Waits for the first.
     *
     * @throws Unpublished when Kafka has not acknowledged it
     */
    Sent land() {
        Sent first = underWay.removeFirst();
        try {
            first.acknowledged().get(SETTLED_WITHIN_SECONDS, TimeUnit.SECONDS);
            return first;
        } catch (ExecutionException e) {
            throw new Unpublished(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
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
    record Sent(Chunk chunk, Progress after, CompletableFuture<Void> acknowledged) {}
}
