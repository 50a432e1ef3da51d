package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "nothing,                        '',         true",
        "ASCII,                          617a,       true",
        "two bytes,                      c3a9,       true",
        "four bytes,                     f09f9880,   true",
        "a slash in two bytes,           c0af,       false",
        "a slash in three bytes,         e080af,     false",
        "a slash in four bytes,          f08080af,   false",
        "half a surrogate,               eda080,     false",
        "beyond Unicode,                 f4908080,   false",
        "a byte that goes on from none,  61806a,     false",
        "a character without its end,    61e282,     false"
    })
    void only_the_shortest_form_of_each_character_is_utf8(String name, String hex, boolean valid) {
        assertThat(Utf8.isValid(HexFormat.of().parseHex(hex))).as(name).isEqualTo(valid);
    }

    @Test
    void what_is_larger_than_a_piece_is_read_to_its_end() {
        byte[] text = "\u00e9x".repeat(50_000).getBytes(UTF_8);
        assertThat(Utf8.isValid(text)).isTrue();

        text[text.length - 1] = (byte) 0xC3;
        assertThat(Utf8.isValid(text)).isFalse();
    }
}
