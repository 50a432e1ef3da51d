package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.health.HealthSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads back a partition's tail after a take-over, so that repeats of what the former owner counted are recognised. */
@ApplicationScoped
class Warmup {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumers consumers;
    private final Duration window;
    private final InstantSource clock;

    Warmup(Consumers consumers, HealthSettings settings, InstantSource clock) {
        this.consumers = consumers;
        this.window = settings.repeatWindow();
        this.clock = clock;
    }

    /** The ids that arrived in the last window and before that offset. */
    RecentIds read(TopicPartition usage, long upTo) {
        RecentIds ids = new RecentIds(window);
        try (Consumer<String, byte[]> consumer = consumers.reader()) {
            long from = start(consumer, usage, upTo);
            consumer.assign(List.of(usage));
            consumer.seek(usage, from);
            while (consumer.position(usage) < upTo) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < upTo) {
                        remember(ids, record);
                    }
                }
            }
        }
        return ids;
    }

    private long start(Consumer<String, byte[]> consumer, TopicPartition usage, long upTo) {
        long since = clock.instant().minus(window).toEpochMilli();
        @Nullable
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(usage, since)).get(usage);
        return found == null ? upTo : Math.min(upTo, found.offset());
    }

    private static void remember(RecentIds ids, ConsumerRecord<String, byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        if (id != null && id.value() != null && record.key() != null) {
            ids.add(
                    RecentIds.key(record.key(), new String(id.value(), UTF_8)),
                    Instant.ofEpochMilli(record.timestamp()));
        }
    }
}
