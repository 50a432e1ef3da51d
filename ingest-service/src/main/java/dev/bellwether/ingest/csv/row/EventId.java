package dev.bellwether.ingest.csv.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Makes the event id of a row from what the row says and, where a later word replaces an earlier one, from the day of the
 * export: of two words of the same instant the larger id counts, which so is the one of the later export. Not for several
 * threads.
 */
final class EventId {

    /** Of fixed length, so that ids are in the order of the instants; larger than ids of rows whose day is no part of it. */
    private static final DateTimeFormatter ORDER =
            DateTimeFormatter.ofPattern("'of-'uuuuMMdd'T'HHmmss.SSSSSS'-'").withZone(ZoneOffset.UTC);

    private static final int BYTES = 16;

    private final MessageDigest digest;
    private final String order;

    /**
     * @param asOf when the rows were exported
     */
    EventId(Instant asOf) {
        this.order = ORDER.format(asOf);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String of(ImportKind kind, String account, Instant at, byte[] data) {
        // none of the three holds a NUL
        digest.update((kind.tag() + '\0' + account + '\0' + at + '\0').getBytes(UTF_8));
        return "csv-" + (kind.isReplaced() ? order : "") + HexFormat.of().formatHex(digest.digest(data), 0, BYTES);
    }
}
