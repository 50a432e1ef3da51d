package dev.bellwether.ingest.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Undoes gzip within limits: a bomb costs no more memory than twice the limit, and none for which there is no room.
 *
 * @param bodyBytes largest body on the wire
 * @param unpackedBytes largest body once decompressed
 */
public record Unpacking(int bodyBytes, int unpackedBytes) {

    private static final int END = -1;

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
        try (InputStream gzip = Gzip.unpacked(new ByteArrayInputStream(body))) {
            byte[] unpacked = readUpTo(gzip, (int) Math.min(unpackedBytes + 1L, Gzip.promised(body)), room);
            if (unpacked == null) {
                return new Unpacked.NoRoom();
            }
            return unpacked.length > unpackedBytes
                    ? new Unpacked.TooLarge("the decompressed body is larger than " + unpackedBytes + " bytes")
                    : new Unpacked.Content(unpacked);
        } catch (IOException e) {
            return new Unpacked.Broken("the body is not gzip, or not gzip alone, though its content encoding says so");
        }
    }

    /**
     * Reads to the end, or one byte beyond the limit; null when there is no room for it.
     *
     * @param promised for so many bytes there is memory at once
     */
    private byte @Nullable [] readUpTo(InputStream gzip, int promised, Room room) throws IOException {
        if (!room.grow(promised)) {
            return null;
        }
        byte[] unpacked = new byte[promised];
        int length = gzip.readNBytes(unpacked, 0, promised);
        for (int next = next(gzip, length); next != END; next = next(gzip, length)) {
            int capacity = (int) Math.min(unpackedBytes + 1L, Math.max(1024L, length * 2L));
            if (!room.grow(capacity - unpacked.length)) {
                return null;
            }
            unpacked = Arrays.copyOf(unpacked, capacity);
            unpacked[length] = (byte) next;
            length++;
            length += gzip.readNBytes(unpacked, length, capacity - length);
        }
        room.shrink(unpacked.length - length);
        return length == unpacked.length ? unpacked : Arrays.copyOf(unpacked, length);
    }

    private int next(InputStream gzip, int length) throws IOException {
        return length > unpackedBytes ? END : gzip.read();
    }
}
