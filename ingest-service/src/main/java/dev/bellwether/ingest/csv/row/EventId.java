package dev.bellwether.ingest.csv.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Makes the event id of a row from what the row says; not for several threads. */
final class EventId {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    EventId() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String of(ImportKind kind, String account, Instant at, byte[] data) {
        // none of the three holds a NUL
        digest.update((kind.tag() + '\0' + account + '\0' + at + '\0').getBytes(UTF_8));
        return "csv-" + HexFormat.of().formatHex(digest.digest(data), 0, BYTES);
    }
}
