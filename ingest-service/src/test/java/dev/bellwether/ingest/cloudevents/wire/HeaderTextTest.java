package dev.bellwether.ingest.cloudevents.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @Test
    void the_same_subject_has_one_text_whichever_client_sent_it() {
        String subject = "cust \"é\" €";

        assertThat(HeaderText.decode("cust%20%22%C3%A9%22%20%E2%82%AC")).isEqualTo(subject);
        assertThat(HeaderText.decode("cust%20%22%c3%a9%22%20%e2%82%ac")).isEqualTo(subject);
        assertThat(HeaderText.decode(asServersHandItOn(subject.getBytes(UTF_8))))
                .isEqualTo(subject);
    }

    @Test
    void raw_latin_1_is_read_where_it_cannot_be_utf_8() {
        assertThat(HeaderText.decode(asServersHandItOn("café".getBytes(ISO_8859_1))))
                .isEqualTo("café");
    }

    @ParameterizedTest
    @CsvSource({"plain,plain", "%41bc,Abc", "a+b,a+b", "100%25,100%"})
    void ascii_is_percent_decoded_once(String sent, String text) {
        assertThat(HeaderText.decode(sent)).isEqualTo(text);
    }

    @Test
    void quotes_around_the_whole_are_taken_off_first() {
        assertThat(HeaderText.decode("\"a \\\"b\\\" %20\"")).isEqualTo("a \"b\"  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C0%A0", "%E9", "%", "%4", "%zz"})
    void what_is_no_percent_encoded_utf_8_is_refused(String sent) {
        assertThat(HeaderText.decode(sent)).isNull();
    }

    private static String asServersHandItOn(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
