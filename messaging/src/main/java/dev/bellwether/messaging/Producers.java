package dev.bellwether.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one Kafka producer of the process: idempotent and acknowledged by all in-sync replicas, so that a completed
 * send is a durable one.
 */
@ApplicationScoped
public class Producers {

    /** The producer forgets where a topic lies that it was not sent to for so long. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final long LATELY = REMEMBERED.dividedBy(5).toNanos();

    private final Producer<String, byte[]> producer;
    private final Metric freeBytes;
    private final double plenty;
    /** When the broker last acknowledged a record of a topic, of {@link System#nanoTime}. */
    private final Map<String, Long> reached = new ConcurrentHashMap<>();

    /** Not for callers: there is one a process. */
    protected Producers(ProducerSettings settings, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.producer =
                new KafkaProducer<>(config(settings, brokers), new StringSerializer(), new ByteArraySerializer());
        this.freeBytes = producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("buffer-available-bytes"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        this.plenty = settings.bufferBytes() / 2.0;
    }

    static Map<String, Object> config(ProducerSettings settings, String brokers) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, settings.linger().toMillis());
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, settings.batchBytes());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.maxRecordBytes());
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, settings.bufferBytes());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.maxBlock().toMillis());
        long delivery = settings.deliveryTimeout().toMillis();
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(10_000, delivery / 2));
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, settings.compression());
        config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, REMEMBERED.toMillis());
        return config;
    }

    /** The producer itself. Its {@code send} may block up to {@code bellwether.producer.max-block}: not for event loops. */
    public Producer<String, byte[]> producer() {
        return producer;
    }

    /** Completes when the broker has acknowledged the record; fails when it has not. Blocks like {@link #producer()}. */
    public Uni<Void> send(ProducerRecord<String, byte[]> record) {
        return sendAll(List.of(record));
    }

    /** Completes when the broker has acknowledged every record; fails with one of the failures once all are settled. */
    public Uni<Void> sendAll(Collection<ProducerRecord<String, byte[]>> records) {
        return Uni.createFrom().completionStage(() -> begin(records));
    }

    /** The same at once, for those who send so often that they notice what a {@link Uni} costs. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told of every outcome
    public CompletableFuture<Void> begin(Collection<ProducerRecord<String, byte[]>> records) {
        Acknowledgements acknowledgements = new Acknowledgements(records.size(), reached);
        for (ProducerRecord<String, byte[]> record : records) {
            acknowledgements.expect(() -> producer.send(record, acknowledgements));
        }
        return acknowledgements.all;
    }

    /**
     * Whether {@link #begin} takes these few without waiting for the broker, so that an event loop may hand them over: it
     * reached their topics lately, and half of its memory is free.
     */
    public boolean takesAtOnce(Collection<ProducerRecord<String, byte[]>> few) {
        long now = System.nanoTime();
        for (ProducerRecord<String, byte[]> record : few) {
            Long last = reached.get(record.topic());
            if (last == null || now - last > LATELY) {
                return false;
            }
        }
        return (double) freeBytes.metricValue() >= plenty;
    }

    void close(@Observes ShutdownEvent stopping) {
        producer.close(Duration.ofSeconds(10));
    }

    /** Counts the broker's answers instead of making a future a record. */
    private static final class Acknowledgements implements Callback {
        private final CompletableFuture<Void> all = new CompletableFuture<>();
        private final AtomicInteger outstanding;
        private final Map<String, Long> reached;
        private String noted = "";
        private volatile @Nullable Exception failure;

        Acknowledgements(int expected, Map<String, Long> reached) {
            this.reached = reached;
            outstanding = new AtomicInteger(expected);
            if (expected == 0) {
                all.complete(null);
            }
        }

        /** After a failure the rest is not tried: with the broker away every send would block for a while. */
        void expect(Runnable send) {
            Exception before = failure;
            if (before != null) {
                onCompletion(null, before);
                return;
            }
            try {
                send.run();
            } catch (RuntimeException e) {
                onCompletion(null, e);
            }
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
            if (exception != null) {
                failure = exception;
            } else if (metadata != null) {
                note(metadata.topic());
            }
            if (outstanding.decrementAndGet() == 0) {
                Exception found = failure;
                if (found == null) {
                    all.complete(null);
                } else {
                    all.completeExceptionally(found);
                }
            }
        }

        /** Once for each run of records of a topic. A topic that failed may be gone, or never have been there. */
        private void note(String topic) {
            if (!topic.equals(noted)) {
                noted = topic;
                reached.put(topic, System.nanoTime());
            }
        }
    }
}
