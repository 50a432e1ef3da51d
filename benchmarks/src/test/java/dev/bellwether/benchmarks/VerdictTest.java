package dev.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Limit HALF = new Limit.AtLeast(0.5, 0.7);

    @Test
    void a_limit_is_kept_by_the_median_of_the_rounds() {
        assertThat(ratio(List.of(40.0, 60.0, 90.0), List.of(100.0, 100.0, 100.0))
                        .isKept())
                .isTrue();
        assertThat(ratio(List.of(40.0, 45.0, 90.0), List.of(100.0, 100.0, 100.0))
                        .isKept())
                .isFalse();
    }

    @Test
    void a_limit_that_holds_always_is_missed_by_a_single_round() {
        Spread seconds = Spread.of(List.of(6.0, 6.0, 15.5));

        assertThat(new Limit.AtMost(15, "s").isKeptBy(seconds)).isTrue();
        assertThat(new Limit.NeverAbove(15, "s").isKeptBy(seconds)).isFalse();
    }

    @Test
    void a_baseline_that_wavers_proves_nothing() {
        Verdict verdict = ratio(List.of(90.0, 90.0, 90.0), List.of(60.0, 100.0, 140.0));

        assertThat(verdict.isKept()).isFalse();
        assertThat(Verdict.table(List.of(verdict)).getLast())
                .endsWith("kept, but the baseline spread by 80 %: not to be trusted");
    }

    @Test
    void a_doubt_that_comes_later_counts_as_much() {
        Verdict verdict = ratio(List.of(90.0), List.of(100.0)).doubted("others were busy");

        assertThat(verdict.isKept()).isFalse();
        assertThat(Verdict.table(List.of(verdict)).getLast()).endsWith("kept, but others were busy: not to be trusted");
    }

    @Test
    void a_line_says_limit_figure_and_what_it_was_made_of() {
        Verdict verdict =
                new Verdict("day", new Limit.AtMost(60, "s"), new Spread(31, 33.5, 40), "100,000 accounts", List.of());

        assertThat(Verdict.table(List.of(verdict)).getLast().split(" {2,}"))
                .containsExactly("day", "≤ 60.00 s", "33.50 (31.00 … 40.00) s", "100,000 accounts", "kept");
    }

    @Test
    void a_missed_limit_is_said_aloud() {
        assertThat(Verdict.table(List.of(ratio(List.of(1.0), List.of(100.0)))).getLast())
                .contains("≥ 0.50, aim 0.70")
                .endsWith("MISSED");
    }

    private static Verdict ratio(List<Double> ours, List<Double> baseline) {
        return Verdict.of("throughput", HALF, Comparison.of(ours, baseline), "events a second");
    }
}
