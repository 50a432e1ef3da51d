package dev.bellwether.benchmarks.ingest;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How many records lie on the log.
 *
 * @param facts on the topic of usage
 * @param letters on the topic of dead letters
 */
record Arrived(long facts, long letters) {

    static Arrived at(String kafka) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return new Arrived(count(consumer, Wire.TOPIC), count(consumer, "dead-letters"));
        }
    }

    private static long count(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(offset -> offset)
                .sum();
    }

    /** Refuses when something that was sent since then is missing, or is there twice. */
    void require(Arrived before, long sent) throws NotMeasured {
        long wrong = sent / Calls.WRONG;
        if (facts - before.facts != sent - wrong || letters - before.letters != wrong) {
            throw new NotMeasured("of %,d events %,d are facts and %,d dead letters, which should be %,d and %,d"
                    .formatted(sent, facts - before.facts, letters - before.letters, sent - wrong, wrong));
        }
    }
}
