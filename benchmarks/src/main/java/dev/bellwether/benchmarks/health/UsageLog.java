package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts a workload on the log, as durable and as compressed as ingest does it. */
final class UsageLog {

    private UsageLog() {}

    /**
     * Writes all events and returns when the broker has them.
     *
     * @return mean size of a value in bytes
     */
    static long load(Workload workload, String bootstrapServers) throws NotMeasured {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "zstd",
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "buffer.memory",
                64L << 20);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long bytes = 0;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < workload.events(); i++) {
                var record = Wire.record(workload.use(i));
                bytes += record.value().length;
                var ignored = producer.send(record, (written, e) -> failure.compareAndSet(null, e));
            }
            producer.flush();
        }
        Exception e = failure.get();
        if (e != null) {
            throw new NotMeasured("the log does not take the events", e);
        }
        return bytes / workload.events();
    }
}
