package dev.bellwether.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Ours and the baseline, measured in turns.
 *
 * @param ours in the unit of the measure
 * @param baseline the same
 * @param ratios ours ÷ baseline, round by round
 */
public record Comparison(Spread ours, Spread baseline, Spread ratios) {

    /** Of the same number of rounds each. */
    public static Comparison of(List<Double> ours, List<Double> baseline) {
        if (ours.size() != baseline.size()) {
            throw new IllegalArgumentException(
                    ours.size() + " rounds of ours, " + baseline.size() + " of the baseline");
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / baseline.get(i));
        }
        return new Comparison(Spread.of(ours), Spread.of(baseline), Spread.of(ratios));
    }

    /** Why the ratios must not be believed; empty when they may. */
    public List<String> doubts() {
        return isSteady() ? List.of() : List.of("the baseline spread by %.0f %%".formatted(baseline.width() * 100));
    }

    /** Whether the baseline came out alike each time; if not, the machine was busy with something else. */
    public boolean isSteady() {
        return baseline.isNarrow();
    }
}
