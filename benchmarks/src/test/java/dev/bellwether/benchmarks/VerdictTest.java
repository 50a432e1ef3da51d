package dev.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Measure MEASURE = Measure.values()[0];

    @Test
    void a_limit_is_kept_by_the_median_of_the_rounds() {
        assertThat(verdict(List.of(40.0, 60.0, 90.0), List.of(100.0, 100.0, 100.0))
                        .isKept())
                .isTrue();
        assertThat(verdict(List.of(40.0, 45.0, 90.0), List.of(100.0, 100.0, 100.0))
                        .isKept())
                .isFalse();
    }

    @Test
    void a_baseline_that_wavers_proves_nothing() {
        Verdict verdict = verdict(List.of(90.0, 90.0, 90.0), List.of(60.0, 100.0, 140.0));

        assertThat(verdict.isKept()).isFalse();
        assertThat(Verdict.table(List.of(verdict)).getLast()).endsWith("not to be trusted");
    }

    private static Verdict verdict(List<Double> ours, List<Double> baseline) {
        return new Verdict(MEASURE, Comparison.of(ours, baseline));
    }
}
