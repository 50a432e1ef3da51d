package dev.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    @SuppressWarnings("NullAway") // Kafka takes a null key and a null value
    ProducerRecord<String, byte[]> record() {
        var record = new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), null, key, value, original);
        account.forEach((name, text) -> record.headers().add(new RecordHeader(PREFIX + name, text.getBytes(UTF_8))));
        return record;
    }

    private static String reason(List<Problem> problems) {
        return problems.stream()
                .map(problem -> (problem.pointer() + " " + problem.detail()).strip())
                .collect(Collectors.joining("; "));
    }
}
