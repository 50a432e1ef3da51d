package dev.bellwether.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectsTest {

    @Test
    void a_name_with_line_breaks_adds_no_headers() {
        assertThat(Subjects.of("Acme\r\nBcc: everybody@example.com\u2028x: late"))
                .isEqualTo("[Bellwether] Acme  Bcc: everybody@example.com x: late");
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        String subject = Subjects.of("😀".repeat(400));

        assertThat(subject.codePointCount(0, subject.length())).isEqualTo("[Bellwether] ".length() + 151);
        assertThat(subject).endsWith("😀…");
    }
}
