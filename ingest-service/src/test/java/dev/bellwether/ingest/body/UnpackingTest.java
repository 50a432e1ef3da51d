package dev.bellwether.ingest.body;

import static dev.bellwether.ingest.testing.Packed.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.testing.Packed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

    private final Unpacking unpacking = new Unpacking(1_000, 20_000);
    private final Bounded room = new Bounded(50_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1024, 8_191, 20_000})
    void gzip_up_to_the_limit_is_undone(int length) {
        byte[] text = "x".repeat(length).getBytes(UTF_8);

        assertThat(unpacking.unpack(gzip(text), "GZIP", room))
                .isInstanceOfSatisfying(
                        Unpacked.Content.class,
                        content -> assertThat(content.bytes()).isEqualTo(text));
    }

    @Test
    void more_than_the_limit_is_too_large_packed_or_not() {
        assertThat(unpacking.unpack(gzip(new byte[20_001]), "gzip", room)).isInstanceOf(Unpacked.TooLarge.class);
        assertThat(unpacking.unpack(new byte[1_001], null, room)).isInstanceOf(Unpacked.TooLarge.class);
        assertThat(unpacking.unpack(new byte[1_000], "identity", room)).isInstanceOf(Unpacked.Content.class);
    }

    @Test
    void what_is_not_what_it_says_is_broken() {
        byte[] whole = gzip("{\"a\":1}");

        assertThat(unpacking.unpack("{}".getBytes(UTF_8), "gzip", room)).isInstanceOf(Unpacked.Broken.class);
        assertThat(unpacking.unpack(Arrays.copyOf(whole, whole.length - 6), "gzip", room))
                .isInstanceOf(Unpacked.Broken.class);
        assertThat(unpacking.unpack(whole, "br", room)).isInstanceOf(Unpacked.Broken.class);
    }

    @Test
    void several_parts_are_one_body_whatever_the_last_says_of_its_length() {
        byte[] parts = concat(gzip("{\"batch\":".repeat(500)), gzip("[]}"));

        assertThat(unpacking.unpack(parts, "gzip", room))
                .isInstanceOfSatisfying(
                        Unpacked.Content.class,
                        content -> assertThat(new String(content.bytes(), UTF_8))
                                .isEqualTo("{\"batch\":".repeat(500) + "[]}"));
        assertThat(room.taken).isEqualTo(4_503);
        assertThat(unpacking.unpack(concat(gzip(new byte[20_000]), gzip(new byte[1])), "gzip", room))
                .isInstanceOf(Unpacked.TooLarge.class);
    }

    @Test
    void parts_that_hold_nothing_are_no_harm_however_many_they_are() {
        byte[] parts = concat(Packed.nothing(25_000), gzip("{}"));

        assertThat(new Unpacking(600_000, 20_000).unpack(parts, "gzip", room))
                .isInstanceOfSatisfying(
                        Unpacked.Content.class,
                        content ->
                                assertThat(new String(content.bytes(), UTF_8)).isEqualTo("{}"));
    }

    @Test
    void what_follows_a_part_and_is_none_is_broken() {
        byte[] part = gzip("[]");
        byte[] damaged = part.clone();
        damaged[2] = 7; // no method of packing that there is

        assertThat(unpacking.unpack(concat(part, new byte[1]), "gzip", room)).isInstanceOf(Unpacked.Broken.class);
        assertThat(unpacking.unpack(concat(part, damaged), "gzip", room)).isInstanceOf(Unpacked.Broken.class);
        for (int length = 1; length < part.length; length++) {
            assertThat(unpacking.unpack(concat(part, Arrays.copyOf(part, length)), "gzip", room))
                    .isInstanceOf(Unpacked.Broken.class);
        }
        assertThat(unpacking.unpack(new byte[0], "gzip", room)).isInstanceOf(Unpacked.Broken.class);
    }

    @Test
    void a_length_that_cannot_be_makes_no_room() {
        byte[] lie = gzip("{}");
        lie[lie.length - 1] = 0x7f;

        assertThat(unpacking.unpack(lie, "gzip", room)).isInstanceOf(Unpacked.Broken.class);
        assertThat(room.taken).isEqualTo(lie.length);
    }

    @Test
    void what_was_packed_takes_as_much_room_as_it_needs_and_none_that_is_not_there() {
        unpacking.unpack(gzip(new byte[20_000]), "gzip", room);
        assertThat(room.taken).isEqualTo(20_000);
        unpacking.unpack(gzip(new byte[20_000]), "gzip", room);
        assertThat(room.taken).isEqualTo(40_000);

        assertThat(unpacking.unpack(gzip(new byte[20_000]), "gzip", room)).isInstanceOf(Unpacked.NoRoom.class);
        assertThat(unpacking.unpack(new byte[1_000], null, room)).isInstanceOf(Unpacked.Content.class);
    }

    /** Room for so many bytes. */
    private static final class Bounded implements Room {
        private final int limit;
        private int taken;

        Bounded(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean grow(int more) {
            boolean fits = taken + more <= limit;
            taken += fits ? more : 0;
            return fits;
        }

        @Override
        public void shrink(int less) {
            taken -= less;
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
