package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Letters for tests, as they would lie on the topic. */
record ALetter(@Nullable String key, byte @Nullable [] value, Headers headers) {

    static ALetter of(String value) {
        return new ALetter("acme", value.getBytes(UTF_8), new RecordHeaders());
    }

    ALetter with(String header, String value) {
        headers.add(header, value.getBytes(UTF_8));
        return this;
    }

    ALetter fromTopic(String topic) {
        return with("bellwether-origin-topic", topic)
                .with("bellwether-origin-partition", "2")
                .with("bellwether-origin-offset", "41");
    }

    ALetter fromDoor(String door) {
        return with("bellwether-origin-door", door);
    }

    Letter at(Instant at) {
        return at(at, 0, 0);
    }

    Letter at(Instant at, int partition, long offset) {
        return new Letter(new ConsumerRecord<>(
                Topic.DEAD_LETTERS.topicName(),
                partition,
                offset,
                at.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty()));
    }
}
