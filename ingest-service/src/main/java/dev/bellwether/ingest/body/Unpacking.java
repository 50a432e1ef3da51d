package dev.bellwether.ingest.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Undoes gzip within limits: a bomb costs no more memory than the limit, and none for which there is no room.
 *
 * @param bodyBytes largest body on the wire
 * @param unpackedBytes largest body once decompressed
 */
public record Unpacking(int bodyBytes, int unpackedBytes) {

    /**
     * @param encoding the {@code Content-Encoding} header, or null
     * @param room grows by what the body holds beyond its own bytes
     */
    public Unpacked unpack(byte[] body, @Nullable String encoding, Room room) {
        if (body.length > bodyBytes) {
            return new Unpacked.TooLarge("the body is larger than " + bodyBytes + " bytes");
        }
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> new Unpacked.Content(body);
            case "gzip", "x-gzip" -> gunzip(body, room);
            default -> new Unpacked.Broken("the content encoding must be gzip or none");
        };
    }

    private Unpacked gunzip(byte[] body, Room room) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
            byte[] unpacked = readUpTo(gzip, body.length, room);
            if (unpacked == null) {
                return new Unpacked.NoRoom();
            }
            return unpacked.length > unpackedBytes
                    ? new Unpacked.TooLarge("the decompressed body is larger than " + unpackedBytes + " bytes")
                    : new Unpacked.Content(unpacked);
        } catch (IOException e) {
            return new Unpacked.Broken("the body is not gzip, though its content encoding says so");
        }
    }

    /** Reads to the end, or one byte beyond the limit; null when there is no room for it. */
    private byte @Nullable [] readUpTo(GZIPInputStream gzip, int packed, Room room) throws IOException {
        // JSON of events shrinks about eightfold
        int capacity = (int) Math.min(unpackedBytes + 1L, Math.max(1024L, packed * 8L));
        if (!room.grow(capacity)) {
            return null;
        }
        byte[] unpacked = new byte[capacity];
        int length = 0;
        int read = gzip.read(unpacked, 0, unpacked.length);
        while (read > 0) {
            length += read;
            if (length == unpacked.length && length <= unpackedBytes) {
                capacity = (int) Math.min(unpackedBytes + 1L, length * 2L);
                if (!room.grow(capacity - length)) {
                    return null;
                }
                unpacked = Arrays.copyOf(unpacked, capacity);
            }
            read = gzip.read(unpacked, length, unpacked.length - length);
        }
        room.shrink(capacity - length);
        return length == unpacked.length ? unpacked : Arrays.copyOf(unpacked, length);
    }
}
