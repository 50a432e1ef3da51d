package dev.bellwether.ingest.segment.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Where a JSON value lies in a body, in bytes.
 *
 * @param end exclusive
 * @param secrets values within it that must not be kept, in their order
 */
public record Extent(int start, int end, List<Extent> secrets) {

    private static final byte[] NULL = "null".getBytes(UTF_8);

    public Extent {
        secrets = List.copyOf(secrets);
    }

    int length() {
        return end - start;
    }

    /** The bytes of this value as they were sent, but null where a secret stood. */
    public byte[] keptOf(byte[] body) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(length());
        int from = start;
        for (Extent secret : secrets) {
            kept.write(body, from, secret.start - from);
            kept.writeBytes(NULL);
            from = secret.end;
        }
        kept.write(body, from, end - from);
        return kept.toByteArray();
    }
}
