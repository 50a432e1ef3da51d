package dev.bellwether.benchmarks;

import java.util.Locale;

/** What a figure must keep to. */
public sealed interface Limit {

    /** Whether the rounds keep it. */
    boolean isKeptBy(Spread figure);

    /** Its unit; empty for a ratio. */
    String unit();

    /** As it stands in a table. */
    String text();

    /** The median must reach a bound; the aim is what is hoped for. */
    record AtLeast(double bound, double aim) implements Limit {

        @Override
        public boolean isKeptBy(Spread figure) {
            return figure.median() >= bound;
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public String text() {
            return aim > bound
                    ? String.format(Locale.ROOT, "≥ %.2f, aim %.2f", bound, aim)
                    : String.format(Locale.ROOT, "≥ %.2f", bound);
        }
    }

    /** The median must not pass a bound. */
    record AtMost(double bound, String unit) implements Limit {

        @Override
        public boolean isKeptBy(Spread figure) {
            return figure.median() <= bound;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "≤ %.2f %s", bound, unit).stripTrailing();
        }
    }

    /** No round may pass a bound. */
    record NeverAbove(double bound, String unit) implements Limit {

        @Override
        public boolean isKeptBy(Spread figure) {
            return figure.greatest() <= bound;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "≤ %.2f %s, always", bound, unit);
        }
    }
}
