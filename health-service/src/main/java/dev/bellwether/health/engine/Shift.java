package dev.bellwether.health.engine;

import dev.bellwether.contracts.Topic;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Fence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The engine's work until the next failure or stop: a consumer and everything remembered along with it. */
final class Shift implements AutoCloseable, ConsumerRebalanceListener {

    private static final List<String> TOPICS =
            Topic.INBOUND.stream().map(Topic::topicName).toList();
    // folded records wait for a commit: look again soon
    private static final Duration SOON = Duration.ofMillis(1);

    private final Consumer<String, byte[]> consumer;
    private final Partitions partitions;
    private final Pipeline pipeline;
    private final InstantSource clock;

    private boolean lost;
    private boolean over;

    Shift(Consumer<String, byte[]> consumer, Partitions partitions, Pipeline pipeline, InstantSource clock) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.pipeline = pipeline;
        this.clock = clock;
        consumer.subscribe(TOPICS, this);
    }

    /** Takes what is there, and commits what is ready. True when a commit ended. */
    boolean round(HealthSettings settings) {
        ConsumerRecords<String, byte[]> records = consumer.poll(patience(settings));
        if (lost) {
            throw Fence.Lost.bySession();
        }
        Instant now = clock.instant();
        pipeline.take(records, now);
        Map<TopicPartition, Long> committed = pipeline.advance(now, this::lag);
        tellBroker(committed);
        return !committed.isEmpty();
    }

    private Duration patience(HealthSettings settings) {
        if (pipeline.isAhead()) {
            return Duration.ZERO;
        }
        return pipeline.isWaiting() ? SOON : settings.poll();
    }

    /** Commits what was taken; to be called before an orderly end. */
    void handOver() {
        pipeline.handOver(clock.instant());
    }

    /** From another thread: makes a waiting poll end. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        partitions.take(assigned, consumer);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        if (!over && !revoked.isEmpty()) {
            try {
                pipeline.handOver(clock.instant());
            } catch (Fence.Lost e) {
                lost = true;
            }
        }
        partitions.release(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> gone) {
        lost = true;
        partitions.release(gone);
    }

    @Override
    public void close() {
        over = true;
        consumer.close();
    }

    /** Records that wait on the log, as far as the broker has told. */
    private long lag() {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        return lag;
    }

    /** The fence decides; the broker is told so that everyone's tools see the lag. */
    private void tellBroker(Map<TopicPartition, Long> committed) {
        if (!committed.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            committed.forEach((partition, upTo) -> offsets.put(partition, new OffsetAndMetadata(upTo)));
            consumer.commitAsync(offsets, null);
        }
    }
}
