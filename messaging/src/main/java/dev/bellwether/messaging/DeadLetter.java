package dev.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * What could not be understood, with where it came from, why it was refused, and its original key, headers and bytes,
 * so that it can be replayed after a fix.
 */
public final class DeadLetter {

    private static final String PREFIX = "bellwether-";
    private static final int REASON_LIMIT = 4_000;
    private static final int SHORTENED_BYTES = 64 * 1024;
    private static final int SHORTENED_KEY = 1_000;

    private final @Nullable String key;
    private final byte @Nullable [] value;
    private final List<Header> original;
    private final Map<String, String> account;

    private DeadLetter(
            @Nullable String key, byte @Nullable [] value, List<Header> original, Map<String, String> account) {
        this.key = key;
        this.value = value;
        this.original = original;
        this.account = account;
    }

    /** A record refused by a consumer. */
    public static DeadLetter of(ConsumerRecord<String, byte[]> record, List<Problem> problems) {
        List<Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        Map<String, String> account = new LinkedHashMap<>();
        account.put("reason", reason(problems));
        account.put("origin-topic", record.topic());
        account.put("origin-partition", Integer.toString(record.partition()));
        account.put("origin-offset", Long.toString(record.offset()));
        if (record.timestamp() >= 0) {
            account.put("origin-time", Instant.ofEpochMilli(record.timestamp()).toString());
        }
        return new DeadLetter(record.key(), record.value(), headers, account);
    }

    /**
     * Something refused at a door.
     *
     * @param door the door's name, such as {@code segment} or {@code cloudevents}
     * @param key the account id when one was found
     */
    public static DeadLetter atDoor(String door, @Nullable String key, byte[] value, List<Problem> problems) {
        return new DeadLetter(key, value, List.of(), Map.of("reason", reason(problems), "origin-door", door));
    }

    /** @param by the service that refuses it: a topic may have several readers, of which each judges for itself */
    @SuppressWarnings("NullAway") // Kafka takes a null key and a null value
    ProducerRecord<String, byte[]> record(String by) {
        var record = new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), null, key, value, original);
        account.forEach((name, text) -> record.headers().add(header(name, text)));
        record.headers().add(header("refused-by", by));
        return record;
    }

    private static Header header(String name, String text) {
        return new RecordHeader(PREFIX + name, text.getBytes(UTF_8));
    }

    /**
     * The same letter with the beginning of its key and bytes only, and with none of its headers, for when the broker
     * does not take it whole; the header {@code bellwether-shortened-from} says how many bytes there were.
     */
    DeadLetter shortened() {
        byte[] bytes = Objects.requireNonNullElse(value, new byte[0]);
        Map<String, String> shortenedAccount = new LinkedHashMap<>(account);
        shortenedAccount.put("shortened-from", Integer.toString(bytes.length));
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, SHORTENED_BYTES));
        return new DeadLetter(beginning(key), beginning, List.of(), shortenedAccount);
    }

    /** No account id is that long: a key that is would make the letter too large again. */
    private static @Nullable String beginning(@Nullable String key) {
        return key == null || key.length() <= SHORTENED_KEY ? key : key.substring(0, SHORTENED_KEY);
    }

    /** The first few thousand characters: a record of a megabyte can have a hundred thousand problems. */
    private static String reason(List<Problem> problems) {
        StringBuilder reason = new StringBuilder();
        for (int i = 0; i < problems.size(); i++) {
            if (reason.length() > REASON_LIMIT) {
                return reason.substring(0, REASON_LIMIT) + " … and " + (problems.size() - i) + " more";
            }
            reason.append(i == 0 ? "" : "; ").append(problems.get(i).text());
        }
        return reason.length() > REASON_LIMIT ? reason.substring(0, REASON_LIMIT) + " …" : reason.toString();
    }
}
