package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.body.Gzip;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A gzipped file of any size while it comes in: hands on what is there before it waits for more or says that the rest is broken, and
 * holds no header of any length.
 */
final class Unzipped extends InputStream {

    /** So much is waited for at once; the library waits until all that is asked for is there. */
    private static final int PIECE = 1024;

    private final CompressorInputStream gzip;
    private @Nullable IOException broken;

    /** @param packed supports marks */
    Unzipped(InputStream packed) throws IOException {
        this.gzip = Gzip.unpacked(new ShortHeaders(packed));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        long before = gzip.getBytesRead();
        try {
            return gzip.read(bytes, from, Math.min(length, PIECE));
        } catch (IOException e) {
            int whole = (int) (gzip.getBytesRead() - before);
            if (whole == 0) {
                throw e;
            }
            broken = e;
            return whole;
        }
    }

    @Override
    public void close() throws IOException {
        gzip.close();
    }

    /** Headers are read byte by byte, and what they say is kept; all else comes in pieces. */
    private static final class ShortHeaders extends FilterInputStream {

        /** More than any name or comment takes, bytes. */
        private static final int LONGEST = 65_536;

        private int header;

        ShortHeaders(InputStream packed) {
            super(packed);
        }

        @Override
        public int read() throws IOException {
            if (++header > LONGEST) {
                throw new IOException("a header of gzip is longer than " + LONGEST + " bytes");
            }
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            header = 0;
            return super.read(bytes, from, length);
        }
    }
}
