package dev.bellwether.console.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.console.health.Band;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static Filter of(Map<String, String> parameters) {
        return Filter.of(parameters::get);
    }

    @Test
    void nothing_asked_is_everything_worst_first() {
        Filter filter = of(Map.of());

        assertThat(filter.query()).containsExactly(Map.entry("sort", "score"));
        assertThat(filter.href()).isEqualTo("/");
        assertThat(filter.narrows()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "purple", "-", "score; drop table", "RED "})
    void what_is_not_known_is_not_asked(String nonsense) {
        assertThat(of(Map.of("band", nonsense, "flag", nonsense, "sort", nonsense))
                        .query())
                .containsExactly(Map.entry("sort", "score"));
    }

    @Test
    void an_address_leads_back_to_the_same_filter() {
        Filter filter =
                of(Map.of("band", "red", "owner", "a+b@example.com", "q", "R&D ü", "flag", "RED", "sort", "-arr"));

        assertThat(filter.href()).isEqualTo("/?band=red&owner=a%2Bb%40example.com&flag=RED&q=R%26D%20%C3%BC&sort=-arr");
        assertThat(filter.withBand(Optional.of(Band.GREEN)).href())
                .contains("band=green")
                .contains("flag=RED");
    }

    @Test
    void a_text_without_end_is_cut() {
        assertThat(of(Map.of("q", "x".repeat(10_000))).search()).hasSize(200);
    }

    @Test
    void a_click_on_a_head_sorts_by_it_and_a_second_one_turns_it_round() {
        Sort worst = Sort.WORST_FIRST;

        assertThat(worst.after(SortKey.ARR).text()).isEqualTo("-arr");
        assertThat(worst.after(SortKey.ARR).after(SortKey.ARR).text()).isEqualTo("arr");
        assertThat(worst.after(SortKey.SCORE).text()).isEqualTo("-score");
    }

    @Test
    void the_order_in_use_is_always_on_offer() {
        Sort unusual = Sort.named("-name");

        assertThat(unusual.choices())
                .contains(unusual)
                .contains(Sort.WORST_FIRST)
                .doesNotHaveDuplicates();
        assertThat(Sort.WORST_FIRST.choices()).hasSize(SortKey.values().length);
    }
}
