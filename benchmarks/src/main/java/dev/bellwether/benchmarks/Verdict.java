package dev.bellwether.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A measure and what came of it. */
record Verdict(Measure measure, Comparison comparison) {

    private static final String LINE = "%-10s %-7s %-7s %-20s %-30s %-30s %s";

    /** Whether the limit is kept, and the measurement good enough to say so. */
    boolean isKept() {
        return isWithin() && comparison.isSteady();
    }

    private boolean isWithin() {
        return comparison.ratios().median() >= measure.limit();
    }

    /** The lines of a table, one a verdict below a heading. */
    static List<String> table(List<Verdict> verdicts) {
        List<String> lines = new ArrayList<>();
        lines.add(line("measure", "limit", "aim", "ratio", "ours, a second", "baseline, a second", ""));
        verdicts.forEach(verdict -> lines.add(verdict.line()));
        return lines;
    }

    private String line() {
        return line(
                measure.title(),
                ratio(measure.limit()),
                ratio(measure.aim()),
                "%s (%s … %s)"
                        .formatted(
                                ratio(comparison.ratios().median()),
                                ratio(comparison.ratios().least()),
                                ratio(comparison.ratios().greatest())),
                count(comparison.ours()),
                count(comparison.baseline()),
                word());
    }

    private String word() {
        String kept = isWithin() ? "kept" : "MISSED";
        return comparison.isSteady()
                ? kept
                : kept
                        + ", but the baseline spread by %.0f %%: not to be trusted"
                                .formatted(comparison.baseline().width() * 100);
    }

    private static String count(Spread spread) {
        return String.format(Locale.ROOT, "%,.0f (%,.0f … %,.0f)", spread.median(), spread.least(), spread.greatest());
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String line(String... cells) {
        return LINE.formatted((Object[]) cells).stripTrailing();
    }
}
