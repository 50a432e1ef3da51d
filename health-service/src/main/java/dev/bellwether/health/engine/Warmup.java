package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.store.IdLog;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Brings back after a take-over which usage was counted, so that repeats of it are recognised: most of it was written
 * down, and only what came after is read back from the log, at most some thousand records a partition.
 */
@Singleton
class Warmup {

    private static final Logger LOG = Logger.getLogger(Warmup.class);

    private final IdLog written;
    private final Consumers consumers;
    private final Decoder decoder;
    private final Duration window;
    private final int limit;
    private final Duration patience;
    private final InstantSource clock;

    Warmup(IdLog written, Consumers consumers, Decoder decoder, HealthSettings settings, InstantSource clock) {
        this.written = written;
        this.consumers = consumers;
        this.decoder = decoder;
        this.window = settings.repeatWindow();
        this.limit = settings.repeatsRemembered();
        this.patience = settings.transactionLimit();
        this.clock = clock;
    }

    /**
     * The ids of usage that was counted, by partition number: of the window that ends with the last record consumed,
     * whenever that was, so that a repeat is recognised after a long standstill too.
     *
     * @param consumed the offset up to which (and without which) each partition was consumed
     * @throws org.apache.kafka.common.errors.TimeoutException when the broker gives nothing for as long as a transaction may take
     */
    Map<Integer, CountedIds> read(Map<TopicPartition, Long> consumed, Placement placement) {
        int share = Math.ceilDiv(limit, Math.max(1, consumed.size()));
        Map<Integer, CountedIds> ids = new HashMap<>();
        consumed.forEach((partition, upTo) -> ids.put(partition.partition(), written(partition, upTo, share)));
        try (Consumer<String, byte[]> consumer = consumers.reader()) {
            Map<TopicPartition, Long> upTo = withinTheLog(consumer, consumed);
            Tail tail = new Tail(consumer, upTo, patience);
            Map<TopicPartition, Long> starts = starts(consumer, tail, upTo);
            starts.replaceAll((partition, start) ->
                    Math.max(start, of(ids, partition.partition()).writtenUpTo()));
            tail.read(starts, record -> remember(of(ids, record.partition()), record, placement));
        }
        return ids;
    }

    private CountedIds written(TopicPartition partition, long consumed, int share) {
        CountedIds ids = new CountedIds(window, share);
        written.read(partition, share, piece -> ids.restore(piece, consumed))
                .await()
                .atMost(patience);
        return ids;
    }

    private static CountedIds of(Map<Integer, CountedIds> ids, int partition) {
        return Objects.requireNonNull(ids.get(partition), "was asked for");
    }

    /** Partitions of which something was consumed that is still on the log. */
    private static Map<TopicPartition, Long> withinTheLog(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> consumed) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(consumed.keySet());
        Map<TopicPartition, Long> upTo = new HashMap<>();
        consumer.endOffsets(consumed.keySet()).forEach((partition, end) -> {
            long wanted = Objects.requireNonNull(consumed.get(partition), "asked for");
            if (wanted > end) {
                LOG.warnf(
                        "%s: %d records were consumed, but the log ends at %d: was it replaced?",
                        partition, wanted, end);
            }
            if (Math.min(wanted, end) > beginnings.getOrDefault(partition, 0L)) {
                upTo.put(partition, Math.min(wanted, end));
            }
        });
        return upTo;
    }

    /** Where the window begins that ends with the last record consumed, but no more records back than are remembered. */
    private Map<TopicPartition, Long> starts(
            Consumer<String, byte[]> consumer, Tail tail, Map<TopicPartition, Long> upTo) {
        Map<TopicPartition, Long> last = new HashMap<>(upTo);
        last.replaceAll((partition, end) -> end - 1);
        Map<TopicPartition, Long> since = new HashMap<>();
        tail.read(
                last,
                record -> since.put(
                        new TopicPartition(record.topic(), record.partition()),
                        record.timestamp() - window.toMillis()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(since);
        Map<TopicPartition, Long> starts = new HashMap<>();
        upTo.forEach((partition, end) -> {
            OffsetAndTimestamp first = found.get(partition);
            long byTime = first == null ? end : Math.min(end, first.offset());
            // a publisher's transactions leave offsets without a record: one at the end does not tell when the window
            // began
            starts.put(partition, Math.max(since.containsKey(partition) ? byTime : 0, end - limit));
        });
        return starts;
    }

    /** What was refused or left out when it came was not counted: its repaired version is no repeat. */
    private void remember(CountedIds ids, ConsumerRecord<String, byte[]> record, Placement placement) {
        if (decoder.read(record, clock.instant(), placement) instanceof Arrival.Used used) {
            ids.add(RecentIds.key(Hash64.of(used.accountId()), used.id()), used.arrivedAt());
        }
    }
}
