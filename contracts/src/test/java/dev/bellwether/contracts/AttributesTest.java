package dev.bellwether.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    private static final byte[] NO_DATA = {};

    @ParameterizedTest
    @CsvSource({"id", "source", "type", "subject"})
    void half_of_a_surrogate_pair_is_refused_because_two_such_texts_would_become_one(String name) {
        for (String half : new String[] {"a\ud800", "a\udbff", "\udc00a", "\ud83dx\ude00"}) {
            assertThat(read(Map.of(name, half)))
                    .isEqualTo(Reading.refused(
                            "/" + name, "must have at most 255 characters, no NUL and no half of a surrogate pair"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "Café", "\ud83d\ude00", "\u4e2d"})
    void whole_characters_of_any_kind_are_kept(String subject) {
        assertThat(read(Map.of("subject", subject)))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        read -> assertThat(((Envelope) read.value()).subject()).isEqualTo(subject));
    }

    @Test
    void an_id_that_was_decoded_wrongly_is_refused_and_cannot_be_kept() {
        assertThat(read(Map.of("subject", "M\ufffdller")))
                .isEqualTo(Reading.refused("/subject", "must be UTF-8, and some of it is not"));
        assertThat(Attributes.isKeepable("M\ufffdller")).isFalse();
        assertThat(Attributes.isKeepable("Müller")).isTrue();
    }

    @Test
    void what_is_finer_than_a_nanosecond_is_cut_off() {
        assertThat(read(Map.of("time", "2026-03-31T11:30:00.123456789123+02:00")))
                .isEqualTo(read(Map.of("time", "2026-03-31T09:30:00.123456789Z")));
    }

    private static Reading<Envelope> read(Map<String, String> changed) {
        Map<String, String> attributes = new HashMap<>(
                Map.of("specversion", "1.0", "id", "1", "source", "/s", "type", "bellwether.pulse", "subject", "acme"));
        attributes.putAll(changed);
        return Attributes.read(attributes::get, Examples.AT, NO_DATA);
    }
}
