package dev.bellwether.ingest.csv.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The part of a stream that is looked at: what was consumed is summed up and forgotten. */
final class Lookahead {

    private final InputStream in;
    private final CRC32C sum = new CRC32C();
    private final byte[] bytes;
    private int begin;
    private int end;
    private long consumed;

    /**
     * @param capacity most bytes that can be looked at without consuming any
     */
    Lookahead(InputStream in, int capacity) {
        this.in = in;
        this.bytes = new byte[capacity];
    }

    /** The byte so far ahead, from 0 to 255, or −1 where the stream has ended before it. */
    int at(int ahead) throws IOException {
        return begin + ahead < end || fill(ahead) ? bytes[begin + ahead] & 0xFF : -1;
    }

    byte[] copy(int length) {
        return Arrays.copyOfRange(bytes, begin, begin + length);
    }

    void consume(int length) {
        sum.update(bytes, begin, length);
        begin += length;
        consumed += length;
    }

    /** Consumes up to an offset from the beginning of the stream; stops where the stream ends. */
    void consumeTo(long offset) throws IOException {
        while (consumed < offset && (begin < end || fill(0))) {
            consume((int) Math.min(offset - consumed, end - begin));
        }
    }

    /** How many bytes were consumed. */
    long consumed() {
        return consumed;
    }

    /** A checksum of all that was consumed. */
    long sum() {
        return sum.getValue();
    }

    private boolean fill(int ahead) throws IOException {
        System.arraycopy(bytes, begin, bytes, 0, end - begin);
        end -= begin;
        begin = 0;
        while (end <= ahead) {
            int read = in.read(bytes, end, bytes.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }
}
