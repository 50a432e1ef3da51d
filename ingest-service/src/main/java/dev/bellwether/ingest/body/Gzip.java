package dev.bellwether.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Gzip (RFC 1952): any number of parts, and nothing else behind them. The JDK's own stream passes over whatever follows the first
 * part and is none, a connection that breaks off there included, and goes a level deeper for each part that is empty.
 */
public final class Gzip {

    /** So many times smaller deflate can make what it packs at the very most. */
    private static final long MOST_PACKED = 1032;

    private Gzip() {}

    /**
     * What was packed; reads ahead, waits for all that it is asked for, and keeps headers in memory, whatever their size. Closing it
     * closes the other.
     *
     * @throws IOException when it does not begin as gzip does; the stream throws it as soon as it meets what is not gzip
     */
    public static CompressorInputStream unpacked(InputStream packed) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get();
    }

    /**
     * What the end of the last part says of its unpacked length (ISIZE), bytes, or the packed length where that cannot be true. All
     * of it, where there is one part; a guess for who does not know.
     */
    static long promised(byte[] packed) {
        if (packed.length < Integer.BYTES) {
            return packed.length;
        }
        ByteBuffer end = ByteBuffer.wrap(packed, packed.length - Integer.BYTES, Integer.BYTES);
        long said = Integer.toUnsignedLong(end.order(ByteOrder.LITTLE_ENDIAN).getInt());
        return said > packed.length * MOST_PACKED ? packed.length : said;
    }
}
