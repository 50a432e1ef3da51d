package dev.bellwether.benchmarks;

import dev.bellwether.benchmarks.health.HealthMeasure;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One line of the budget: ours against a baseline that does the unavoidable part of the same work in the same run. */
public enum Measure {
    HEALTH("usage on the log until all is committed, against a consumer that only reads the JSON", 0.5, 0.7) {
        @Override
        Comparison run(Options options, PrintStream out) throws NotMeasured, InterruptedException {
            return new HealthMeasure(options, out).run();
        }
    };

    private final String what;
    private final double limit;
    private final double aim;

    Measure(String what, double limit, double aim) {
        this.what = what;
        this.limit = limit;
        this.aim = aim;
    }

    abstract Comparison run(Options options, PrintStream out) throws NotMeasured, InterruptedException;

    /** Its name on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    String what() {
        return what;
    }

    /** The least ratio of ours to the baseline. */
    double limit() {
        return limit;
    }

    double aim() {
        return aim;
    }

    static Optional<Measure> named(String title) {
        return Arrays.stream(values())
                .filter(measure -> measure.title().equals(title))
                .findFirst();
    }
}
