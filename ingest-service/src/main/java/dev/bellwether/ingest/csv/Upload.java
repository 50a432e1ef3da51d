package dev.bellwether.ingest.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as it comes in.
 *
 * @param encoding the {@code Content-Encoding} header, or null
 * @param length of the body, as far as the sender told
 */
record Upload(
        InputStream body,
        @Nullable String encoding,
        @Nullable Long length) {

    private static final int BUFFER = 65_536;

    /** With the headers of those names as they were sent; the server has refused a length that is none. */
    static Upload of(InputStream body, @Nullable String encoding, @Nullable String length) {
        return new Upload(body, encoding, length == null ? null : Long.valueOf(length));
    }

    /**
     * The bytes of the file.
     *
     * @throws IOException when the body is not what its encoding says
     */
    InputStream unpacked() throws IOException {
        return isPacked() ? new Unzipped(new BufferedInputStream(body, BUFFER)) : body;
    }

    /** Whether it can be read at all. */
    boolean isReadable() {
        return isPacked() || encoding == null || encoding.isBlank() || "identity".equalsIgnoreCase(encoding.strip());
    }

    private boolean isPacked() {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return name.equals("gzip") || name.equals("x-gzip");
    }
}
