package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Topic;
import dev.bellwether.contracts.UsageScanner;
import dev.bellwether.health.score.memory.Hash64;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The short way for the records that nearly all are: usage in plain ASCII attributes. It reads bytes and keeps keys, and
 * knows nothing of the rest: whatever is unusual in any way is left to the {@link Decoder}'s long way. Not for several
 * threads at once.
 */
final class UsageDecoder {

    private static final String TOPIC = Topic.USAGE_EVENTS.topicName();
    private static final byte[] VERSION = Envelope.SPEC_VERSION.getBytes(US_ASCII);
    private static final byte[] TYPE = EventType.USAGE.typeName().getBytes(US_ASCII);

    private final UsageScanner scanner = new UsageScanner(Hash64::ofAscii);

    private boolean versioned;
    private boolean typed;
    private boolean sourced;
    private byte @Nullable [] id;
    private byte @Nullable [] time;

    /** The use; null when the long way must be taken. */
    Arrival.@Nullable Used read(ConsumerRecord<String, byte[]> record) {
        String account = record.key();
        byte[] value = record.value();
        if (!TOPIC.equals(record.topic()) || account == null || value == null || !readHeaders(record, account)) {
            return null;
        }
        byte[] eventId = id;
        byte[] occurred = time;
        if (eventId == null || occurred == null || !versioned || !typed || !sourced) {
            return null;
        }
        Instant occurredAt = PlainInstant.read(occurred);
        if (occurredAt == null || !scanner.scan(value)) {
            return null;
        }
        return new Arrival.Used(
                account,
                record.partition(),
                Hash64.ofAscii(eventId),
                scanner.user(),
                scanner.feature(),
                scanner.quantity(),
                occurredAt,
                record.timestamp());
    }

    private boolean readHeaders(ConsumerRecord<String, byte[]> record, String account) {
        versioned = false;
        typed = false;
        sourced = false;
        id = null;
        time = null;
        for (Header header : record.headers().toArray()) {
            if (!readHeader(header, account)) {
                return false;
            }
        }
        return isPlain(account);
    }

    /** False when something is unusual. By length first: hashing the name of each header costs more than it looks. */
    private boolean readHeader(Header header, String account) {
        String name = header.key();
        return switch (name.length()) {
            case 5 -> !name.equals("ce_id") || (id == null && isPlain(id = header.value()));
            case 7 ->
                switch (name) {
                    case "ce_time" -> time == null && (time = header.value()) != null;
                    case "ce_type" -> !typed && (typed = Arrays.equals(header.value(), TYPE));
                    default -> true;
                };
            case 9 -> !name.equals("ce_source") || (!sourced && (sourced = isPlain(header.value())));
            case 10 -> !name.equals("ce_subject") || equals(header.value(), account);
            case 14 ->
                !name.equals("ce_specversion") || (!versioned && (versioned = Arrays.equals(header.value(), VERSION)));
            default -> true;
        };
    }

    /** Whether an attribute is surely valid: ASCII, neither blank nor too long, without control characters. */
    private static boolean isPlain(byte @Nullable [] text) {
        if (text == null || text.length == 0 || text.length > Attributes.LIMIT) {
            return false;
        }
        for (byte character : text) {
            if (character <= ' ') { // bytes beyond ASCII are negative
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String account) {
        if (account.isEmpty() || account.length() > Attributes.LIMIT) {
            return false;
        }
        for (int i = 0; i < account.length(); i++) {
            if (account.charAt(i) <= ' ' || account.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean equals(byte @Nullable [] text, String account) {
        if (text == null || text.length != account.length()) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (text[i] != account.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
