package dev.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void the_median_of_an_odd_number_is_the_middle_one() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(1, 4, 9));
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0, 6.0))).isEqualTo(new Spread(1, 5, 9));
    }

    @Test
    void nothing_has_no_spread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }

    @Test
    void ratios_are_taken_round_by_round() {
        Comparison comparison = Comparison.of(List.of(50.0, 80.0, 60.0), List.of(100.0, 100.0, 200.0));

        assertThat(comparison.ratios()).isEqualTo(new Spread(0.3, 0.5, 0.8));
        assertThat(comparison.isSteady()).isFalse();
    }

    @Test
    void a_baseline_within_a_fifth_is_steady() {
        assertThat(Comparison.of(List.of(50.0, 50.0), List.of(95.0, 105.0)).isSteady())
                .isTrue();
    }
}
