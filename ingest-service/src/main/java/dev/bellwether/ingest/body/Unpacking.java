package dev.bellwether.ingest.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private static final int END = -1;

    private static final int LARGEST_BUFFER = 8192;

    /** So many times smaller deflate can make what it packs at the very most. */
    private static final long MOST_PACKED = 1032;

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
        int buffer = Math.max(1, Math.min(body.length, LARGEST_BUFFER));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body), buffer)) {
            byte[] unpacked = readUpTo(gzip, promised(body), room);
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

    /**
     * The length that the end of a gzip file tells (ISIZE, RFC 1952), or what is more likely where it cannot be true. Only where to
     * begin: there may be several parts, of which it is the last one's.
     */
    private int promised(byte[] body) {
        long said = body.length < Integer.BYTES
                ? 0
                : Integer.toUnsignedLong(
                        ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt(body.length - Integer.BYTES));
        long promised = said > body.length * MOST_PACKED ? body.length : said;
        return (int) Math.min(unpackedBytes + 1L, promised);
    }

    /** Reads to the end, or one byte beyond the limit; null when there is no room for it. */
    private byte @Nullable [] readUpTo(GZIPInputStream gzip, int promised, Room room) throws IOException {
        if (!room.grow(promised)) {
            return null;
        }
        byte[] unpacked = new byte[promised];
        int length = gzip.readNBytes(unpacked, 0, promised);
        int next = length > unpackedBytes ? END : gzip.read();
        while (next != END) {
            int capacity = (int) Math.min(unpackedBytes + 1L, Math.max(1024L, length * 2L));
            if (!room.grow(capacity - unpacked.length)) {
                return null;
            }
            unpacked = Arrays.copyOf(unpacked, capacity);
            unpacked[length] = (byte) next;
            length += 1 + gzip.readNBytes(unpacked, length + 1, capacity - length - 1);
            next = length > unpackedBytes ? END : gzip.read();
        }
        room.shrink(unpacked.length - length);
        return length == unpacked.length ? unpacked : Arrays.copyOf(unpacked, length);
    }
}
