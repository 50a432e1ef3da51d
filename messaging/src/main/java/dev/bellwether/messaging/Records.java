package dev.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.KafkaBinding;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Kafka records to and from CloudEvents: binary mode, key = account id. */
public final class Records {

    private static final Set<String> TOPICS =
            Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toUnmodifiableSet());

    private Records() {}

    /**
     * The record of an event, for the topic of its type.
     *
     * @throws IllegalArgumentException when the type is none of ours
     */
    public static ProducerRecord<String, byte[]> write(Envelope envelope) {
        EventType type = EventType.named(envelope.type());
        if (type == null) {
            throw new IllegalArgumentException("no topic for events of type " + envelope.type());
        }
        var record = new ProducerRecord<>(type.topic().topicName(), envelope.subject(), envelope.data());
        KafkaBinding.headers(envelope, new Written(record.headers()));
        return record;
    }

    /** The records of these events, likewise. */
    public static List<ProducerRecord<String, byte[]>> writeAll(List<Envelope> envelopes) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(envelopes.size());
        for (Envelope envelope : envelopes) {
            records.add(write(envelope));
        }
        return records;
    }

    /**
     * Reads a record; a record that is no CloudEvent of an account, or lies on another topic of ours than its type's, is
     * refused with its problems, never thrown at.
     */
    public static Reading<Envelope> read(ConsumerRecord<String, byte[]> record) {
        Reading<Envelope> reading = KafkaBinding.read(
                name -> text(record.headers(), name),
                record.key(),
                Instant.ofEpochMilli(record.timestamp()),
                record.value());
        return reading instanceof Reading.Understood<Envelope>(Envelope envelope)
                ? inPlace(reading, envelope.type(), record.topic())
                : reading;
    }

    /** Not every service reads every topic: on a wrong one an event would be known to some of them only. */
    private static Reading<Envelope> inPlace(Reading<Envelope> reading, String typeName, String topicName) {
        EventType type = EventType.named(typeName);
        if (type == null || type.topic().topicName().equals(topicName) || !TOPICS.contains(topicName)) {
            return reading;
        }
        return Reading.refused(
                "/type", typeName + " belongs on the topic " + type.topic().topicName());
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
