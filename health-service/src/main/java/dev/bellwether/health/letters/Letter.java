package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A dead letter as it lies on its topic: the refused thing itself, and what was noted of its refusal. */
record Letter(ConsumerRecord<String, byte[]> record) {

    static final String CLOUDEVENTS_DOOR = "cloudevents";

    private static final String PREFIX = "bellwether-";

    LetterId id() {
        return new LetterId(record.partition(), record.offset());
    }

    /** When it was refused. */
    Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** When the refused thing had arrived, as far as that is told; else when it was refused, moments later. */
    Instant arrivedAt() {
        String told = note("origin-time");
        try {
            return told == null ? at() : Instant.parse(told);
        } catch (DateTimeException e) {
            return at();
        }
    }

    String reason() {
        String reason = note("reason");
        return reason == null ? "" : reason;
    }

    /** The service that refused it; null when that is not told. */
    @Nullable
    String refusedBy() {
        return note("refused-by");
    }

    Origin origin() {
        String door = note("origin-door");
        if (door != null) {
            return new Origin.AtDoor(door);
        }
        String topic = note("origin-topic");
        long partition = number("origin-partition");
        long offset = number("origin-offset");
        return topic == null || partition < 0 || partition > Integer.MAX_VALUE || offset < 0
                ? new Origin.Untold()
                : new Origin.OnTopic(topic, (int) partition, offset);
    }

    /** How many bytes there were, when not all of them were kept; else null. */
    @Nullable
    Long shortenedFrom() {
        long bytes = number("shortened-from");
        return bytes < 0 ? null : Long.valueOf(bytes);
    }

    @Nullable
    String key() {
        return record.key();
    }

    byte @Nullable [] value() {
        return record.value();
    }

    int size() {
        byte[] value = record.value();
        return value == null ? 0 : value.length;
    }

    /** The headers that the refused record itself had. */
    List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return headers;
    }

    /** An attribute of the event that it may be, from the header or the body that holds it; null when there is none. */
    @Nullable
    String attribute(String name) {
        if (origin() instanceof Origin.AtDoor(String door)) {
            return door.equals(CLOUDEVENTS_DOOR)
                            && StructuredEvent.read(record.value())
                                    instanceof Reading.Understood<StructuredEvent>(StructuredEvent event)
                    ? event.attributes().get(name)
                    : null;
        }
        return header("ce_" + name);
    }

    /** The account it is about: its key, else its subject. */
    @Nullable
    String account() {
        String key = record.key();
        return key == null || key.isEmpty() ? attribute("subject") : key;
    }

    private @Nullable String note(String name) {
        return header(PREFIX + name);
    }

    private long number(String name) {
        String text = note(name);
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private @Nullable String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
