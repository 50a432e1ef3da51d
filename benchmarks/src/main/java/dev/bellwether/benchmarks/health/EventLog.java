package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts events on the log, as durable and as compressed as ingest does it. */
public final class EventLog implements AutoCloseable {

    private static final int LARGE_BATCH = 256 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private EventLog(String bootstrapServers, int lingerMillis) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "snappy");
        settings.put("linger.ms", lingerMillis);
        settings.put("batch.size", LARGE_BATCH);
        settings.put("buffer.memory", 64L << 20);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** One that waits a little for company, as a back-fill does. */
    public static EventLog forMany(String bootstrapServers) {
        return new EventLog(bootstrapServers, 20);
    }

    /** One that hardly waits, as a door does. */
    public static EventLog forFew(String bootstrapServers) {
        return new EventLog(bootstrapServers, 2);
    }

    /** Sends an event. */
    public void send(ProducerRecord<String, byte[]> record) {
        send(record, (written, e) -> {});
    }

    /** Sends an event, and says what became of it. */
    public void send(ProducerRecord<String, byte[]> record, Callback callback) {
        var ignored = producer.send(record, (written, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
            callback.onCompletion(written, e);
        });
    }

    /**
     * Sends all of these uses and returns when the broker has them.
     *
     * @return mean size of a value in bytes
     */
    public long send(Usage usage) throws NotMeasured {
        long bytes = 0;
        for (int i = 0; i < usage.events(); i++) {
            var record = Wire.record(usage.use(i));
            bytes += record.value().length;
            send(record);
        }
        flush();
        return bytes / usage.events();
    }

    /** Returns when the broker has everything that was sent; refuses when it did not take something. */
    public void flush() throws NotMeasured {
        producer.flush();
        Exception e = failure.get();
        if (e != null) {
            throw new NotMeasured("the log does not take the events", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
