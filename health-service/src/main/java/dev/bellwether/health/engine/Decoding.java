package dev.bellwether.health.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The records of one poll while they are decoded: by a helper as long as nobody needs them, and by both, a share at a
 * time, as soon as somebody does.
 */
final class Decoding {

    // with fewer, waking another thread takes longer than it saves
    private static final int WORTH_SHARING = 200;
    private static final int SHARE = 50;

    private final ConsumerRecords<String, byte[]> polled;
    private final Instant polledAt;
    private final Placement placement;
    private final Decoder decoder;
    private final List<ConsumerRecord<String, byte[]>> records;
    private final Arrival[] arrivals;
    private final AtomicInteger next = new AtomicInteger();
    private final CompletableFuture<Void> helped;

    Decoding(
            ConsumerRecords<String, byte[]> polled,
            Instant polledAt,
            Placement placement,
            Decoder decoder,
            Executor helper) {
        this.polled = polled;
        this.polledAt = polledAt;
        this.placement = placement;
        this.decoder = decoder;
        this.records = new ArrayList<>(polled.count());
        polled.partitions().forEach(partition -> records.addAll(polled.records(partition)));
        this.arrivals = new Arrival[records.size()];
        this.helped =
                isShared() ? CompletableFuture.runAsync(this::decode, helper) : CompletableFuture.completedFuture(null);
    }

    ConsumerRecords<String, byte[]> polled() {
        return polled;
    }

    Instant polledAt() {
        return polledAt;
    }

    /** Whether they are enough for a helper, so that it pays to do something else meanwhile. */
    boolean isShared() {
        return records.size() >= WORTH_SHARING;
    }

    /** What came of each record, in order; returns when all are decoded. */
    List<Arrival> arrivals() {
        decode();
        Waiting.on(helped);
        return Arrays.asList(arrivals);
    }

    private void decode() {
        for (int from = next.getAndAdd(SHARE); from < arrivals.length; from = next.getAndAdd(SHARE)) {
            int to = Math.min(from + SHARE, arrivals.length);
            for (int i = from; i < to; i++) {
                arrivals[i] = decoder.read(records.get(i), polledAt, placement);
            }
        }
    }
}
