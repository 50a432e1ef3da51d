package dev.bellwether.health.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * The records of one poll while they are decoded: by a helper as long as nobody needs them, and by both, a share at a
 * time, as soon as somebody does.
 */
final class Decoding {

    // with fewer, waking another thread takes longer than it saves
    private static final int WORTH_SHARING = 200;
    private static final int SHARE = 50;

    private final List<PolledPart> parts;
    private final Instant polledAt;
    private final Placement placement;
    private final Decoder decoder;
    // emptied as they are decoded: whatever is kept until the poll is folded is copied at every collection of garbage
    private final @Nullable ConsumerRecord<String, byte[]>[] records;
    private final Arrival[] arrivals;
    private final AtomicInteger next = new AtomicInteger();
    private final CompletableFuture<Void> helped;

    Decoding(
            ConsumerRecords<String, byte[]> polled,
            Instant polledAt,
            Placement placement,
            Decoder decoder,
            Executor helper) {
        this.parts = polled.partitions().stream()
                .map(partition -> PolledPart.of(partition, polled.records(partition)))
                .toList();
        this.polledAt = polledAt;
        this.placement = placement;
        this.decoder = decoder;
        this.records = records(polled);
        this.arrivals = new Arrival[records.length];
        this.helped =
                isShared() ? CompletableFuture.runAsync(this::decode, helper) : CompletableFuture.completedFuture(null);
    }

    /** What was polled of each partition. */
    List<PolledPart> parts() {
        return parts;
    }

    Instant polledAt() {
        return polledAt;
    }

    /** Whether they are enough for a helper, so that it pays to do something else meanwhile. */
    boolean isShared() {
        return records.length >= WORTH_SHARING;
    }

    /** What came of each record, in order; returns when all are decoded. */
    List<Arrival> arrivals() {
        decode();
        Waiting.on(helped);
        return Arrays.asList(arrivals);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable ConsumerRecord<String, byte[]>[] records(ConsumerRecords<String, byte[]> polled) {
        ConsumerRecord<String, byte[]>[] records = new ConsumerRecord[polled.count()];
        int count = 0;
        for (ConsumerRecord<String, byte[]> record : polled) {
            records[count++] = record;
        }
        return records;
    }

    private void decode() {
        for (int from = next.getAndAdd(SHARE); from < arrivals.length; from = next.getAndAdd(SHARE)) {
            int to = Math.min(from + SHARE, arrivals.length);
            for (int i = from; i < to; i++) {
                arrivals[i] = decoder.read(Objects.requireNonNull(records[i]), polledAt, placement);
                records[i] = null;
            }
        }
    }
}
