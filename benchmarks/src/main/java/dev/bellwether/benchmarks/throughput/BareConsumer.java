package dev.bellwether.benchmarks.throughput;

import dev.bellwether.benchmarks.health.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The baseline, a program of its own: polls everything on the topic and streams through the JSON, and does nothing with
 * it. Prints the nanoseconds from its first poll to its last record, and how many JSON tokens it met.
 */
final class BareConsumer {

    private static final Duration POLL = Duration.ofMillis(500);

    private final JsonStream json = new JsonStream();

    private BareConsumer() {}

    /** Arguments: bootstrap servers, number of records to read. */
    public static void main(String[] arguments) {
        new BareConsumer().read(arguments[0], Long.parseLong(arguments[1]));
    }

    private void read(String bootstrapServers, long records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest", "max.poll.records", 10_000);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Wire.TOPIC).stream()
                    .map(partition -> new TopicPartition(Wire.TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long begin = System.nanoTime();
            long read = 0;
            while (read < records) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    json.read(record.value());
                    read++;
                }
            }
            System.out.println((System.nanoTime() - begin) + " " + json.tokens());
        }
    }
}
