package dev.bellwether.benchmarks.crowd;

import dev.bellwether.benchmarks.Comparison;
import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.FlightRecording;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The same stretch of usage in an account with a million users and in one with a thousand, all of them known before. */
public final class CrowdMeasure {

    private static final Limit LIMIT = new Limit.AtMost(1.5, "");
    private static final int LARGE = 1_000_000;

    private final Options options;
    private final PrintStream out;
    private final Crowd small;
    private final Crowd large;

    public CrowdMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.small = new Crowd(0, Crowd.SMALL, today);
        this.large = new Crowd(1, Math.min(LARGE, stretch()), today);
    }

    /** Events of a measured stretch. */
    private int stretch() {
        return options.events() / 3;
    }

    /**
     * Measures. The rounds go small, large, small, large …; the first of each is thrown away.
     *
     * @throws NotMeasured also when the service came to a wrong figure
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("health-service");
        try (Stage stage = Stage.open(out);
                Connection connection = stage.database();
                EventLog log = EventLog.forMany(stage.kafka())) {
            Expectation expected = new Expectation(small.today());
            Stretches stretches = new Stretches(stage, new Committed(connection), log, expected, out);
            out.printf("  making %,d and %,d users known%n", small.users(), large.users());
            stretches.load(small, large);
            Comparison costs = rounds(stretches);
            if (options.profile()) {
                stretches.microsPerEvent(
                        new CrowdStretch(large, options.rounds() + 1, stretch()), FlightRecording.of("crowd", out));
            }
            String unit = "µs an event, %,d users to %,d".formatted(large.users(), small.users());
            return List.of(Verdict.of("crowd", LIMIT, costs, unit));
        } catch (SQLException e) {
            throw new NotMeasured("the database cannot be read", e);
        }
    }

    private Comparison rounds(Stretches stretches) throws SQLException, NotMeasured, InterruptedException {
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            double inSmall = stretches.microsPerEvent(new CrowdStretch(small, round, stretch()), Profiler.none());
            double inLarge = stretches.microsPerEvent(new CrowdStretch(large, round, stretch()), Profiler.none());
            out.printf(
                    "  round %d: %.2f µs an event among %,d users, %.2f among %,d (%.2f), figures right%s%n",
                    round,
                    inSmall,
                    small.users(),
                    inLarge,
                    large.users(),
                    inLarge / inSmall,
                    round == 0 ? " (warm-up, not counted)" : "");
            if (round > 0) {
                few.add(inSmall);
                many.add(inLarge);
            }
        }
        return Comparison.of(many, few);
    }
}
