package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Tells how a letter can be replayed: what would be sent where, or why nothing can. */
record Planner(DoorEvents doorEvents) {

    /** Where a letter may go back to; a letter that claims another origin was not written by us. */
    private static final Set<String> TOPICS = Arrays.stream(Topic.values())
            .filter(topic -> topic != Topic.DEAD_LETTERS)
            .map(Topic::topicName)
            .collect(Collectors.toUnmodifiableSet());

    Plan plan(Letter letter, Instant now) {
        Long whole = letter.shortenedFrom();
        if (whole != null) {
            return new Plan.Hopeless("only the first " + letter.size() + " of its " + whole
                    + " bytes were kept, and none of its headers: have the sender send it again");
        }
        return switch (letter.origin()) {
            case Origin.OnTopic origin -> again(letter, origin);
            case Origin.AtDoor(String door) -> fromDoor(letter, door, now);
            case Origin.Untold() -> new Plan.Hopeless("it does not say which topic or door it came from");
        };
    }

    /** To the topic it came from; to that of its type when it lay on the wrong one. */
    private static Plan again(Letter letter, Origin.OnTopic origin) {
        if (!TOPICS.contains(origin.topic())) {
            return new Plan.Hopeless("it says that it came from " + origin.topic() + ", which is no topic of ours");
        }
        String typeName = letter.attribute("type");
        EventType type = typeName == null ? null : EventType.named(typeName);
        String topic = type == null ? origin.topic() : type.topic().topicName();
        return new Plan.Send(record(topic, letter.key(), letter.value(), headers(letter)));
    }

    /** An event without a time happened when it arrived; the replay must not make it happen now. */
    private static List<Header> headers(Letter letter) {
        List<Header> headers = new ArrayList<>(letter.headers());
        if (letter.attribute("specversion") != null && letter.attribute("time") == null) {
            headers.add(
                    new RecordHeader("ce_time", letter.arrivedAt().toString().getBytes(UTF_8)));
        }
        return headers;
    }

    private Plan fromDoor(Letter letter, String door, Instant now) {
        if (!door.equals(Letter.CLOUDEVENTS_DOOR)) {
            return new Plan.Hopeless(
                    "the door " + door + " alone can turn it into an event: repair what its reason names and send it"
                            + " to ingest-service again");
        }
        return switch (doorEvents.read(letter, now)) {
            case Reading.Refused<ProducerRecord<String, byte[]>>(var problems) -> new Plan.Invalid(problems);
            case Reading.Understood<ProducerRecord<String, byte[]>>(var record) -> new Plan.Send(record);
        };
    }

    @SuppressWarnings("NullAway") // Kafka takes a null key and a null value
    private static ProducerRecord<String, byte[]> record(
            String topic, @Nullable String key, byte @Nullable [] value, List<Header> headers) {
        return new ProducerRecord<>(topic, null, key, value, headers);
    }
}
