package dev.bellwether.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure that was measured, beside its limit.
 *
 * @param title of the line
 * @param figure in the unit of the limit
 * @param behind what the figure was made of, in words
 * @param doubts why it must not be believed; empty when it may
 */
public record Verdict(String title, Limit limit, Spread figure, String behind, List<String> doubts) {

    private static final String LINE = "%-18s %-20s %-28s %-50s %s";

    public Verdict {
        doubts = List.copyOf(doubts);
    }

    /** A ratio to a baseline, in doubt when the baseline wavered. */
    public static Verdict of(String title, Limit limit, Comparison comparison, String unit) {
        String behind = "%s to %s %s".formatted(plain(comparison.ours()), plain(comparison.baseline()), unit);
        return new Verdict(title, limit, comparison.ratios(), behind, comparison.doubts());
    }

    /** Whether the limit is kept, and the measurement good enough to say so. */
    public boolean isKept() {
        return limit.isKeptBy(figure) && doubts.isEmpty();
    }

    /** The same with one more doubt. */
    public Verdict doubted(String doubt) {
        List<String> all = new ArrayList<>(doubts);
        all.add(doubt);
        return new Verdict(title, limit, figure, behind, all);
    }

    /** The lines of a table, one a verdict below a heading. */
    static List<String> table(List<Verdict> verdicts) {
        List<String> lines = new ArrayList<>();
        lines.add(line("measure", "limit", "median (least … greatest)", "of", ""));
        verdicts.forEach(verdict -> lines.add(verdict.line()));
        return lines;
    }

    private String line() {
        String range =
                String.format(Locale.ROOT, "%.2f (%.2f … %.2f)", figure.median(), figure.least(), figure.greatest());
        return line(title, limit.text(), (range + " " + limit.unit()).stripTrailing(), behind, word());
    }

    private String word() {
        String kept = limit.isKeptBy(figure) ? "kept" : "MISSED";
        return doubts.isEmpty() ? kept : kept + ", but " + String.join("; ", doubts) + ": not to be trusted";
    }

    /** A median without its extremes, with as many digits as say something. */
    private static String plain(Spread spread) {
        return String.format(Locale.ROOT, spread.median() < 1000 ? "%,.2f" : "%,.0f", spread.median());
    }

    private static String line(String... cells) {
        return LINE.formatted((Object[]) cells).stripTrailing();
    }
}
