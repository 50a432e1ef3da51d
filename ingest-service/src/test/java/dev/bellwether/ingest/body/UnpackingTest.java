package dev.bellwether.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

    private final Unpacking unpacking = new Unpacking(1_000, 20_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1024, 8_191, 20_000})
    void gzip_up_to_the_limit_is_undone(int length) throws IOException {
        byte[] text = "x".repeat(length).getBytes(UTF_8);

        assertThat(unpacking.unpack(gzip(text), "GZIP"))
                .isInstanceOfSatisfying(
                        Unpacked.Content.class,
                        content -> assertThat(content.bytes()).isEqualTo(text));
    }

    @Test
    void more_than_the_limit_is_too_large_packed_or_not() throws IOException {
        assertThat(unpacking.unpack(gzip(new byte[20_001]), "gzip")).isInstanceOf(Unpacked.TooLarge.class);
        assertThat(unpacking.unpack(new byte[1_001], null)).isInstanceOf(Unpacked.TooLarge.class);
        assertThat(unpacking.unpack(new byte[1_000], "identity")).isInstanceOf(Unpacked.Content.class);
    }

    @Test
    void what_is_not_what_it_says_is_broken() throws IOException {
        byte[] whole = gzip("{\"a\":1}".getBytes(UTF_8));

        assertThat(unpacking.unpack("{}".getBytes(UTF_8), "gzip")).isInstanceOf(Unpacked.Broken.class);
        assertThat(unpacking.unpack(Arrays.copyOf(whole, whole.length - 6), "gzip"))
                .isInstanceOf(Unpacked.Broken.class);
        assertThat(unpacking.unpack(whole, "br")).isInstanceOf(Unpacked.Broken.class);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
