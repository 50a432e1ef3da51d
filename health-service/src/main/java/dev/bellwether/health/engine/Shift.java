package dev.bellwether.health.engine;

import dev.bellwether.contracts.Topic;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Fence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** The engine's work until the next failure or stop: a consumer and everything remembered along with it. */
final class Shift implements AutoCloseable, ConsumerRebalanceListener {

    private static final List<String> TOPICS =
            Topic.INBOUND.stream().map(Topic::topicName).toList();
    // a commit is on its way: look again soon
    private static final Duration SOON = Duration.ofMillis(1);

    private final Consumer<String, byte[]> consumer;
    private final Partitions partitions;
    private final Pipeline pipeline;
    private final InstantSource clock;

    private final Map<TopicPartition, Long> toTell = new HashMap<>();

    private Fence.@Nullable Lost lost;
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
        ConsumerRecords<String, byte[]> records = poll(patience(settings));
        if (lost != null) {
            throw lost;
        }
        pipeline.take(records, clock.instant());
        Optional<Map<TopicPartition, Long>> committed = pipeline.advance(this::lag);
        committed.ifPresent(toTell::putAll);
        tellBroker();
        return committed.isPresent();
    }

    /** Commits what was taken; to be called before an orderly end. */
    void handOver() {
        pipeline.handOver();
    }

    /** Nothing when it was woken up, which is asked for when the engine is to stop. */
    private ConsumerRecords<String, byte[]> poll(Duration patience) {
        try {
            return consumer.poll(patience);
        } catch (WakeupException e) {
            return ConsumerRecords.empty();
        }
    }

    private Duration patience(HealthSettings settings) {
        if (pipeline.isAhead()) {
            return Duration.ZERO;
        }
        return pipeline.isCommitting() ? SOON : settings.poll();
    }

    /** From another thread: makes a waiting poll end. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (lost == null) {
            toTell.putAll(partitions.take(assigned, consumer));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        if (!over && !revoked.isEmpty()) {
            try {
                pipeline.handOver();
            } catch (Fence.Lost e) {
                lost = e;
            }
        }
        partitions.release(revoked);
        toTell.keySet().removeAll(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> gone) {
        lost = Fence.Lost.bySession();
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
    private void tellBroker() {
        if (!toTell.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            toTell.forEach((partition, upTo) -> offsets.put(partition, new OffsetAndMetadata(upTo)));
            toTell.clear();
            consumer.commitAsync(offsets, null);
        }
    }
}
