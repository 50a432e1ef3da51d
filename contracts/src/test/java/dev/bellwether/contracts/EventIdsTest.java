package dev.bellwether.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void ids_are_in_the_order_of_their_code_points() {
        assertThat(List.of("\uD83D\uDE00", "a", "\uFFEE", "", "aa", "\u00E9", "B").stream()
                        .sorted(EventIds.ORDER))
                .containsExactly("", "B", "a", "aa", "\u00E9", "\uFFEE", "\uD83D\uDE00");
    }
}
