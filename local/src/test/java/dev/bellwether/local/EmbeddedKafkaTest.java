package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            kafka.createTopics(3);
            write(kafka, "usage-events", "kept");
        }
        // When
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            kafka.createTopics(3);
            // Then
            assertThat(read(kafka, "usage-events")).containsExactly("kept");
            assertThat(partitions(kafka, "dead-letters")).hasSize(3);
            assertThat(whileOneReads(kafka, "usage-events")).isEqualTo(1);
        }
    }

    private static void write(EmbeddedKafka kafka, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            var ignored =
                    producer.send(new ProducerRecord<>(topic, "account", value)).get();
        }
    }

    private static List<String> read(EmbeddedKafka kafka, String topic) {
        try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
            consumer.subscribe(List.of(topic));
            List<String> values = List.of();
            for (long end = System.nanoTime() + PATIENCE.toNanos(); values.isEmpty() && System.nanoTime() < end; ) {
                values = valuesOf(consumer.poll(Duration.ofMillis(200)).records(topic));
            }
            return values;
        }
    }

    /** What the broker says is not done yet while a consumer has seen the record and not said that it is done with it. */
    private static long whileOneReads(EmbeddedKafka kafka, String topic) throws InterruptedException {
        try (KafkaConsumer<String, String> consumer = consumer(kafka);
                Backlog backlog = new Backlog(kafka.bootstrapServers())) {
            consumer.subscribe(List.of(topic));
            for (long end = System.nanoTime() + PATIENCE.toNanos();
                    consumer.assignment().isEmpty() && System.nanoTime() < end; ) {
                consumer.poll(Duration.ofMillis(100));
            }
            return backlog.records();
        }
    }

    private static List<String> valuesOf(Iterable<ConsumerRecord<String, String>> records) {
        List<String> values = new ArrayList<>();
        records.forEach(record -> values.add(record.value()));
        return values;
    }

    private static List<PartitionInfo> partitions(EmbeddedKafka kafka, String topic) {
        try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
            return consumer.partitionsFor(topic);
        }
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "group.id", "reader",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
