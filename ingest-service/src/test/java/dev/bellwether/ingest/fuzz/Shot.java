package dev.bellwether.ingest.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.bellwether.contracts.Topic;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of the fuzz test; well-formed as HTTP, whatever it carries.
 *
 * @param good the event that must be on Kafka once, or null when there is none
 * @param last whether the server hangs up after its answer
 */
@SuppressWarnings("ArrayRecordComponent") // written once, sent once
record Shot(
        String path,
        Map<String, String> headers,
        byte[] body,
        @Nullable Good good,
        boolean last) {

    /** An event that must be on Kafka. */
    record Good(Topic topic, String id) {}

    /** As it goes over the wire. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + body.length);
        bytes.writeBytes(head.toString().getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
