package dev.bellwether.health.feed;

import dev.bellwether.health.score.feed.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the inbound topics hold. Belongs to one thread. */
final class Backlog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RATE_OVER = Duration.ofHours(24);

    private final Consumer<byte[], byte[]> consumer;

    Backlog(String brokers) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                1024,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Where the feed's topic ends, by partition; empty when there is no such topic (yet). */
    Map<Integer, Long> ends(Feed feed) {
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions(feed)).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    /**
     * Where consumption really stands: offsets that hold no record (what a producer's transactions leave behind) count as
     * consumed.
     */
    Map<Integer, Long> readableFrom(Feed feed, Map<Integer, Long> consumed, Map<Integer, Long> ends) {
        Map<TopicPartition, Long> behind = new HashMap<>();
        ends.forEach((number, end) -> {
            long from = consumed.getOrDefault(number, 0L);
            if (from < end) {
                behind.put(new TopicPartition(feed.topic().topicName(), number), from);
            }
        });
        Map<Integer, Long> stands = new HashMap<>(consumed);
        if (!behind.isEmpty()) {
            consumer.assign(behind.keySet());
            behind.forEach(consumer::seek);
            if (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                behind.forEach((partition, from) ->
                        stands.put(partition.partition(), Math.max(from, consumer.position(partition, PATIENCE))));
            }
        }
        return stands;
    }

    /** Records an hour over the 24 hours before that moment. */
    double eventsPerHour(Feed feed, Map<Integer, Long> ends, Instant now) {
        Map<TopicPartition, Long> since = partitions(feed).stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> now.minus(RATE_OVER).toEpochMilli()));
        long events = 0;
        for (Map.Entry<TopicPartition, OffsetAndTimestamp> first :
                consumer.offsetsForTimes(since).entrySet()) {
            Long end = ends.get(first.getKey().partition());
            if (first.getValue() != null && end != null) {
                events += Math.max(0, end - first.getValue().offset());
            }
        }
        return events / (double) RATE_OVER.toHours();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Set<TopicPartition> partitions(Feed feed) {
        return consumer.partitionsFor(feed.topic().topicName()).stream()
                .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
    }
}
