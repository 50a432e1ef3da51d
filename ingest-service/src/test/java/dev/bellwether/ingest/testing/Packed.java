package dev.bellwether.ingest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Gzip as senders make it, by another hand than the one that undoes it. */
public final class Packed {

    private Packed() {}

    public static byte[] gzip(String text) {
        return gzip(text.getBytes(UTF_8));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** So many parts of nothing, one behind the other. */
    public static byte[] nothing(int parts) {
        byte[] part = gzip("");
        ByteArrayOutputStream all = new ByteArrayOutputStream(parts * part.length);
        for (int i = 0; i < parts; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
