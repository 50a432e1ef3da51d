package dev.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.KafkaBinding;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Writes the headers of an event to a record. Those that recur are made once: a record's headers live until it is settled. */
record Written(Headers headers) implements KafkaBinding.Headers {

    /** Sources may be named by those who send, and be many: then all are forgotten, and those that recur are soon back. */
    private static final int MOST = 1000;

    /** By name, and by value. */
    private static final Map<String, Map<String, Header>> RECURRING = new ConcurrentHashMap<>();

    @Override
    public void own(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @Override
    public void recurring(String name, String value) {
        Map<String, Header> values = RECURRING.computeIfAbsent(name, any -> new ConcurrentHashMap<>());
        Header known = values.get(value);
        headers.add(known == null ? remember(name, value, values) : known);
    }

    private static Header remember(String name, String value, Map<String, Header> values) {
        Header header = new Same(name, value.getBytes(UTF_8));
        if (values.size() >= MOST) {
            values.clear();
        }
        values.put(value, header);
        return header;
    }

    @SuppressWarnings("ArrayRecordComponent") // Kafka's own form, which nobody writes to
    private record Same(String key, byte[] value) implements Header {}
}
