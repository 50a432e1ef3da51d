package dev.bellwether.health.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.health.api.Refusal;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void a_position_comes_back_from_its_text() {
        Position position = new Position(Map.of(0, 17L, 11, 999_999_999_999L));

        assertThat(Position.of(position.text())).isEqualTo(position);
        assertThat(Position.of("")).isNull();
        assertThat(Position.of(null)).isNull();
    }

    @Test
    void partitions_that_the_position_does_not_know_are_newer_than_it() {
        Map<Integer, Stretch> rest =
                new Position(Map.of(0, 5L)).within(Map.of(0, new Stretch(2, 9), 1, new Stretch(0, 3)));

        assertThat(rest).containsEntry(0, new Stretch(2, 5)).containsEntry(1, new Stretch(0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "0", "0:", "0:1,", "-1:4", "0:12345678901234567890", "0:1:2"})
    void what_was_never_given_out_is_refused(String plain) {
        String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Position.of(text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Position.of("%" + plain)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3-", "-4", "3-x", "3-1-2", "3-12345678901234567890", "1234567890-1"})
    void what_is_no_place_of_a_letter_is_refused(String id) {
        assertThatThrownBy(() -> LetterId.of(id)).isInstanceOf(Refusal.class);
    }
}
