package dev.bellwether.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterOrderTest {

    @Test
    void words_in_any_order_say_which_letters_are_meant() throws CommandFailed {
        assertThat(order("list")).isEqualTo(new LetterOrder.Listing(Map.of(), 20));
        assertThat(order("list --limit 7 --reason future --account acme"))
                .isEqualTo(new LetterOrder.Listing(Map.of("reason", "future", "account", "acme"), 7));
        assertThat(order("show 3-1042")).isEqualTo(new LetterOrder.Showing("3-1042"));
        assertThat(order("replay 3-1042")).isEqualTo(new LetterOrder.Replaying("3-1042", false));
        assertThat(order("replay --force 3-1042")).isEqualTo(new LetterOrder.Replaying("3-1042", true));
        assertThat(order("replay --origin segment --all"))
                .isEqualTo(new LetterOrder.ReplayingAll(Map.of("origin", "segment"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "burn",
                "list 3-1",
                "list --all",
                "list --limit",
                "list --limit 0",
                "list --limit many",
                "list --loud",
                "show",
                "show 3-1 3-2",
                "show 3-1 --force",
                "replay",
                "replay --force",
                "replay 3-1 3-2",
                "replay 3-1 --all",
                "replay 3-1 --reason x",
                "replay --all --limit 3"
            })
    void what_is_not_understood_is_answered_with_how_it_is_said(String words) {
        assertThatThrownBy(() -> order(words))
                .isInstanceOfSatisfying(
                        CommandFailed.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    }

    private static LetterOrder order(String words) throws CommandFailed {
        return LetterOrder.of(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
