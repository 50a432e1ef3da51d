package dev.bellwether.health.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The last records of some partitions.
 *
 * @param upTo the offset before which each partition's tail ends
 * @param patience how long the broker may give nothing
 */
public record Tail(
        org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
        Map<TopicPartition, Long> upTo,
        Duration patience) {

    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * Reads every tail from where it is to start.
     *
     * @throws TimeoutException when the broker gives nothing for too long
     */
    public void read(Map<TopicPartition, Long> starts, Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        consumer.resume(consumer.paused()); // a reading before this one paused them
        long lastProgress = System.nanoTime();
        while (!pausedAtTheEnd()) {
            var records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() < end(new TopicPartition(record.topic(), record.partition()))) {
                    each.accept(record);
                }
            }
            if (!records.isEmpty()) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > patience.toNanos()) {
                throw new TimeoutException(
                        "the broker gave nothing of " + upTo + " for " + patience.toSeconds() + " s");
            }
        }
    }

    /** Whether every tail has been read; one that has is not fetched any further. */
    private boolean pausedAtTheEnd() {
        Set<TopicPartition> assigned = consumer.assignment();
        for (TopicPartition partition : assigned) {
            if (consumer.position(partition) >= end(partition)) {
                consumer.pause(Set.of(partition));
            }
        }
        return consumer.paused().containsAll(assigned);
    }

    private long end(TopicPartition partition) {
        return Objects.requireNonNull(upTo.get(partition), "only tails are read");
    }
}
