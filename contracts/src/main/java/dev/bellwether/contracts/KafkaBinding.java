package dev.bellwether.contracts;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CloudEvents Kafka protocol binding, binary mode: attributes are headers, data is the value, the key is the account id. */
public final class KafkaBinding {

    /** Stands before the name of an attribute in a header. */
    public static final String PREFIX = "ce_";

    /** The header that says what the value is. */
    public static final String CONTENT_TYPE = "content-type";

    private KafkaBinding() {}

    /** Tells the record's headers one by one. */
    public static void headers(Envelope envelope, Headers headers) {
        headers.recurring(PREFIX + "specversion", Envelope.SPEC_VERSION);
        headers.own(PREFIX + "id", envelope.id());
        headers.recurring(PREFIX + "source", envelope.source());
        headers.recurring(PREFIX + "type", envelope.type());
        headers.own(PREFIX + "subject", envelope.subject());
        headers.own(PREFIX + "time", InstantText.of(envelope.time()));
        headers.recurring(CONTENT_TYPE, Envelope.CONTENT_TYPE);
    }

    /** Takes headers, each to be written as UTF-8. */
    public interface Headers {

        /** One of this record alone. */
        void own(String name, String value);

        /** One whose few values come again with nearly every record. */
        default void recurring(String name, String value) {
            own(name, value);
        }
    }

    /**
     * Reads a record back.
     *
     * @param header a header's UTF-8 text, or null when it is absent
     * @param key the record's key; stands in for an absent subject and must equal a present one, because the account's
     *     events would otherwise meet in different partitions
     * @param timestamp the record's own timestamp; stands in for an absent time
     */
    public static Reading<Envelope> read(
            Function<String, @Nullable String> header,
            @Nullable String key,
            Instant timestamp,
            byte @Nullable [] value) {
        if (key == null || key.isBlank()) {
            return Reading.refused("/key", "is required: the account id");
        }
        if (value == null) {
            return Reading.refused("", "has no value");
        }
        String subject = header.apply(PREFIX + "subject");
        if (subject != null && !subject.equals(key)) {
            return Reading.refused("/key", "must equal the subject");
        }
        return Attributes.read(name -> name.equals("subject") ? key : header.apply(PREFIX + name), timestamp, value);
    }
}
