package dev.bellwether.benchmarks;

import java.util.List;

/** The middle of several measurements, with the least and the greatest. */
public record Spread(double least, double median, double greatest) {

    private static final double NARROW = 0.2;

    /**
     * Of at least one measurement.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.getFirst(), median, sorted.getLast());
    }

    /** How far the extremes lie apart, as a share of the median. */
    public double width() {
        return (greatest - least) / median;
    }

    /** Whether all came out alike; if not, the machine was busy with something else. */
    public boolean isNarrow() {
        return width() <= NARROW;
    }
}
