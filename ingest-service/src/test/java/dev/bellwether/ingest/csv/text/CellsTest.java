package dev.bellwether.ingest.csv.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellsTest {

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("bare", ',', "a,b,c", List.of("a", "b", "c")),
                Arguments.of("empty ones", ',', ",b,,", List.of("", "b", "", "")),
                Arguments.of("one", ',', "a", List.of("a")),
                Arguments.of("blanks around", ',', " a , b ", List.of("a", "b")),
                Arguments.of(
                        "quoted", ',', "\"a,1\",\"say \"\"hi\"\"\",\"x\ny\"", List.of("a,1", "say \"hi\"", "x\ny")),
                Arguments.of("blanks before and behind quotes", ',', "a, \"x, y\" ,b", List.of("a", "x, y", "b")),
                Arguments.of("the same between tabs", '\t', "\t \"x\ty\"\t\tb", List.of("", "x\ty", "", "b")),
                Arguments.of(
                        "blanks before doubled quotes", ',', " \"\"\"a\"\", \"\"b\", \"\"", List.of("\"a\", \"b", "")),
                Arguments.of("quotes within and a NUL", ',', "5\" \"x\", \0", List.of("5\" \"x\"", "\0")),
                Arguments.of("blanks alone", ',', " , \t,", List.of("", "", "")),
                Arguments.of("quoted and empty", ',', "\"\",b", List.of("", "b")),
                Arguments.of("a quote within", ',', "5\" pipe,b", List.of("5\" pipe", "b")),
                Arguments.of("a backslash is itself", ',', "a\\,b", List.of("a\\", "b")),
                Arguments.of("semicolons", ';', "a,1;b", List.of("a,1", "b")),
                Arguments.of("tabs", '\t', "a\tb\t", List.of("a", "b", "")),
                Arguments.of("beyond ASCII", ',', "Müller,東京,🦘", List.of("Müller", "東京", "🦘")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void a_record_is_taken_apart(String name, char delimiter, String record, List<String> cells) throws Exception {
        assertThat(new Cells(delimiter).of(frame(record.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(cells);
    }

    @Test
    void what_is_no_record_says_why() {
        assertThatThrownBy(() -> new Cells(',').of(frame("Müller".getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessage("is not UTF-8: save the file in that encoding");
        assertThatThrownBy(() -> new Cells(',').of(frame("\"a\"b,c".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("quote");
        assertThatThrownBy(() -> new Cells(',').of(new Frame(new byte[0], 1, Frame.Flaw.TOO_LONG)))
                .hasMessage("is longer than a row may be");
        assertThatThrownBy(() -> new Cells(',').of(new Frame(new byte[0], 1, Frame.Flaw.UNCLOSED_QUOTE)))
                .hasMessage("opens a quote that is not closed");
    }

    private static Frame frame(byte[] bytes) {
        return new Frame(bytes, 1, Frame.Flaw.NONE);
    }
}
