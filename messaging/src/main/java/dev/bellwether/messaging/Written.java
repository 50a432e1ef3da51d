package dev.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.KafkaBinding;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Writes the headers of an event to a record. Those that recur are made once: a record's headers live until it is settled. */
record Written(Headers headers) implements KafkaBinding.Headers {

    /** Sources may be named by those who send, and be many. */
    private static final int MOST = 1000;

    private static final Map<String, Header> RECURRING = new ConcurrentHashMap<>();

    @Override
    public void own(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @Override
    public void recurring(String name, String value) {
        Header known = RECURRING.get(value);
        headers.add(known != null && known.key().equals(name) ? known : remember(name, value));
    }

    private static Header remember(String name, String value) {
        Header header = new Same(name, value.getBytes(UTF_8));
        if (RECURRING.size() < MOST) {
            RECURRING.put(value, header);
        }
        return header;
    }

    @SuppressWarnings("ArrayRecordComponent") // Kafka's own form, which nobody writes to
    private record Same(String key, byte[] value) implements Header {}
}
