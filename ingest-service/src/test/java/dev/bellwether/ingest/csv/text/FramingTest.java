package dev.bellwether.ingest.csv.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

    private static final int LONGEST = 40;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("line feeds", "a,b\n1,2\n", List.of("1 NONE a,b", "2 NONE 1,2")),
                Arguments.of("carriage returns too", "a,b\r\n1,2\r\n", List.of("1 NONE a,b", "2 NONE 1,2")),
                Arguments.of("no break at the end", "a,b\n1,2", List.of("1 NONE a,b", "2 NONE 1,2")),
                Arguments.of("a byte order mark", "\uFEFFa\n1", List.of("1 NONE a", "2 NONE 1")),
                Arguments.of("blank lines", "a\n\n\r\n1\n\n", List.of("1 NONE a", "4 NONE 1")),
                Arguments.of("a break in quotes", "a,\"x\ny\"\n1", List.of("1 NONE a,\"x\ny\"", "3 NONE 1")),
                Arguments.of("the same behind a blank", "a, \"x\ny\"\n1", List.of("1 NONE a, \"x\ny\"", "3 NONE 1")),
                Arguments.of("its delimiter told", "sep=,\na,b\n1", List.of("2 NONE a,b", "3 NONE 1")),
                Arguments.of("doubled quotes", "\"x\"\"\ny\"\n1", List.of("1 NONE \"x\"\"\ny\"", "3 NONE 1")),
                Arguments.of("a quote within a bare cell", "5\" pipe,b\n1", List.of("1 NONE 5\" pipe,b", "2 NONE 1")),
                Arguments.of(
                        "a quote never closed",
                        "a,\"x\nsecond,row\nthird,row",
                        List.of("1 UNCLOSED_QUOTE a,\"x", "2 NONE second,row", "3 NONE third,row")),
                Arguments.of(
                        "a quote not closed within a row's length",
                        "a,\"x\nsecond," + "y".repeat(20) + "\nthird," + "z".repeat(20),
                        List.of(
                                "1 UNCLOSED_QUOTE a,\"x",
                                "2 NONE second," + "y".repeat(20),
                                "3 NONE third," + "z".repeat(20))),
                Arguments.of(
                        "a row too long",
                        "a\n" + "x".repeat(100) + "\n1",
                        List.of("1 NONE a", "2 TOO_LONG ", "3 NONE 1")),
                Arguments.of("a row as long as may be", "x".repeat(LONGEST), List.of("1 NONE " + "x".repeat(LONGEST))),
                Arguments.of("nothing", "", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_is_cut_into_its_records(String name, String file, List<String> records) throws IOException {
        assertThat(frames(new ByteArrayInputStream(file.getBytes(UTF_8)))).isEqualTo(records);
        assertThat(frames(trickling(file))).isEqualTo(records);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_the_one_most_frequent_in_the_first_line(String delimiter) throws IOException {
        String file = String.join(delimiter, "\"a,;|,;|\"", "b", "c") + "\n,;,;,;,;|||||";
        Framing framing = new Framing(new ByteArrayInputStream(file.getBytes(UTF_8)), LONGEST);
        framing.begin(null);
        assertThat(framing.delimiter()).isEqualTo(delimiter.charAt(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "sep=;\\n        ! ;",
                "\uFEFFsep=;\\r\\n ! ;",
                "SEP=|\\n         ! |",
                "'\"sep=;\"\\r\\n'  ! ;",
                "sep=;            ! ,",
                "sep=;,,\\n        ! ,"
            })
    void the_first_line_may_tell_the_delimiter(String line, char delimiter) throws IOException {
        Framing framing = framing(line.translateEscapes() + "a,b,c,d;e\n");

        assertThat(framing.delimiter()).isEqualTo(delimiter);
    }

    @Test
    void a_delimiter_that_the_sender_told_holds_before_that_of_the_file() throws IOException {
        Framing framing = new Framing(new ByteArrayInputStream("sep=;\na|b\n".getBytes(UTF_8)), LONGEST);

        framing.begin('|');

        assertThat(framing.delimiter()).isEqualTo('|');
        assertThat(rest(framing)).containsExactly("2 NONE a|b");
    }

    @Test
    void utf_16_is_told_by_its_mark() throws IOException {
        assertThat(new Framing(new ByteArrayInputStream(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}), LONGEST)
                        .begin(null))
                .isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_was_read_before_is_passed_over_and_known_by_its_checksum(long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        StringBuilder file = new StringBuilder("a,b\n");
        for (int i = 0; i < 50; i++) {
            file.append(i).append(random.nextBoolean() ? ",\"x\ny\"\r\n" : ",z\n\n");
        }
        Framing first = framing(file.toString());
        for (int i = 0; i < 1 + random.nextInt(50); i++) {
            first.next();
        }

        // When
        Framing second = framing(file.toString());
        second.next();
        second.resume(first.offset(), first.line());

        // Then
        assertThat(second.offset()).isEqualTo(first.offset());
        assertThat(second.sum()).isEqualTo(first.sum());
        assertThat(rest(second)).isEqualTo(rest(first));
    }

    @Test
    void a_stream_that_breaks_off_within_a_record_too_long_is_read_to_the_record_before() throws IOException {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(("a\n1\n" + "x".repeat(100_000)).getBytes(UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                });
        Framing framing = new Framing(broken, LONGEST);
        framing.begin(',');
        framing.next();
        framing.next();

        assertThatThrownBy(framing::next).isInstanceOf(IOException.class);

        assertThat(framing.offset()).isEqualTo(4);
        assertThat(framing.line()).isEqualTo(3);
    }

    private static Framing framing(String file) throws IOException {
        Framing framing = new Framing(new ByteArrayInputStream(file.getBytes(UTF_8)), LONGEST);
        framing.begin(null);
        return framing;
    }

    private static List<String> frames(InputStream in) throws IOException {
        Framing framing = new Framing(in, LONGEST);
        framing.begin(',');
        return rest(framing);
    }

    private static List<String> rest(Framing framing) throws IOException {
        List<String> frames = new ArrayList<>();
        for (Frame frame = framing.next(); frame != null; frame = framing.next()) {
            frames.add(frame.line() + " " + frame.flaw() + " " + new String(frame.bytes(), UTF_8));
        }
        return frames;
    }

    /** A stream that gives one byte at a time, as a slow network may. */
    private static InputStream trickling(String file) {
        return new ByteArrayInputStream(file.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(1, length));
            }
        };
    }
}
