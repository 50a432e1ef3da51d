package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.messaging.testing.TestTopic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Puts letters on their topic as if something had been refused. */
final class PutAside {

    private PutAside() {}

    /** By a consumer of a topic; the partition of the origin is a made-up one, the same for an account. */
    static void fromTopic(ProducerRecord<String, byte[]> refused, String topic, long offset) {
        var letter = new ProducerRecord<>("dead-letters", refused.key(), refused.value());
        for (Header header : refused.headers()) {
            letter.headers().add(header);
        }
        Map.of(
                        "bellwether-reason",
                        "was still not known then",
                        "bellwether-origin-topic",
                        topic,
                        "bellwether-origin-partition",
                        Integer.toString(Math.abs(refused.key().hashCode())),
                        "bellwether-origin-offset",
                        Long.toString(offset))
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
        TestTopic.send(List.of(letter));
    }

    /** At a door of ingest. */
    static void atDoor(String door, String body) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>("dead-letters", body.getBytes(UTF_8));
        letter.headers().add("bellwether-origin-door", door.getBytes(UTF_8));
        letter.headers().add("bellwether-reason", "is wrong".getBytes(UTF_8));
        TestTopic.send(List.of(letter));
    }
}
