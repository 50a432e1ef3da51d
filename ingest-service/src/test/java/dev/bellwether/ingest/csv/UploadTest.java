package dev.bellwether.ingest.csv;

import static dev.bellwether.ingest.testing.Packed.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

class UploadTest {

    @Test
    void a_file_packed_in_parts_is_one_file() throws IOException {
        var parts = new SequenceInputStream(part("id,name\n"), part("acme,Acme\n"));

        assertThat(new String(unpacked(parts).readAllBytes(), UTF_8)).isEqualTo("id,name\nacme,Acme\n");
    }

    @Test
    void a_connection_that_breaks_off_between_two_parts_is_no_end() throws IOException {
        InputStream file = unpacked(new SequenceInputStream(part("id,name\n"), new Broken()));

        assertThatThrownBy(file::readAllBytes).hasMessage("the connection is gone");
    }

    @Test
    void what_came_before_a_connection_broke_off_is_there() throws IOException {
        String rows = "acme,Acme,17\n".repeat(10_000);
        byte[] packed = gzip(rows);
        InputStream file =
                unpacked(new SequenceInputStream(new ByteArrayInputStream(packed, 0, packed.length / 2), new Broken()));
        ByteArrayOutputStream seen = new ByteArrayOutputStream();

        assertThatThrownBy(() -> file.transferTo(seen)).hasMessage("the connection is gone");

        assertThat(seen.size()).isGreaterThan(rows.length() / 3);
        assertThat(rows).startsWith(seen.toString(UTF_8));
    }

    @Test
    void a_header_without_an_end_is_refused_and_not_kept() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3}), new Endless());

        assertThatThrownBy(() -> unpacked(endless))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("header");
    }

    private static InputStream unpacked(InputStream body) throws IOException {
        return Upload.of(body, "gzip", null).unpacked();
    }

    private static InputStream part(String text) {
        return new ByteArrayInputStream(gzip(text));
    }

    /** A name that never ends. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'a';
        }
    }

    /** A connection that brings nothing more. */
    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the connection is gone");
        }
    }
}
