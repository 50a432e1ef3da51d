package dev.bellwether.benchmarks.day;

import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Spread;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.health.Committed;
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
import java.util.Locale;

/** The turn of the day for a quarter, half and all of 100,000 accounts. */
public final class DayMeasure {

    private static final Limit IN_TIME = new Limit.AtMost(60, "s");

    /** An account costs this many times as much among all as among a quarter of them; 1 is linear. */
    private static final Limit LINEAR = new Limit.AtMost(1.3, "");

    private static final int EVENTS_AN_ACCOUNT = 30;

    private final Options options;
    private final PrintStream out;
    private final int accounts;

    public DayMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.accounts = Math.min(100_000, options.events() / EVENTS_AN_ACCOUNT) / 4 * 4;
    }

    /**
     * Measures; before the rounds of the first size one more is run and thrown away.
     *
     * @throws NotMeasured also when not every account was looked at
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("health-service");
        try (Stage stage = Stage.open(out);
                Connection connection = stage.database()) {
            Turns turns = new Turns(stage, new Committed(connection), LocalDate.now(ZoneOffset.UTC), out);
            List<Double> quarter = measured(turns, accounts / 4);
            List<Double> half = measured(turns, accounts / 2);
            List<Double> all = measured(turns, accounts);
            if (options.profile()) {
                turns.seconds(FlightRecording.of("day", out));
            }
            return verdicts(Spread.of(quarter), Spread.of(half), all);
        } catch (SQLException e) {
            throw new NotMeasured("the database cannot be read", e);
        }
    }

    private List<Double> measured(Turns turns, int size) throws SQLException, NotMeasured, InterruptedException {
        out.printf("  letting the number of accounts grow to %,d%n", size);
        turns.grow(size);
        List<Double> seconds = new ArrayList<>();
        for (int round = size == accounts / 4 ? 0 : 1; round <= options.rounds(); round++) {
            double turn = turns.seconds(Profiler.none());
            out.printf(
                    "  round %d: %,d accounts in %.2f s, %.0f µs each, all as of today%s%n",
                    round, size, turn, turn / size * 1e6, round == 0 ? " (warm-up, not counted)" : "");
            if (round > 0) {
                seconds.add(turn);
            }
        }
        return seconds;
    }

    private List<Verdict> verdicts(Spread quarter, Spread half, List<Double> all) {
        double linear = quarter.median() * 4;
        Spread growth = Spread.of(all.stream().map(seconds -> seconds / linear).toList());
        List<String> doubts = quarter.isNarrow()
                ? List.of()
                : List.of("the turn of a quarter spread by %.0f %%".formatted(quarter.width() * 100));
        String behind = String.format(
                Locale.ROOT,
                "%,d, %,d, %,d accounts: %.1f, %.1f, %.1f s",
                accounts / 4,
                accounts / 2,
                accounts,
                quarter.median(),
                half.median(),
                Spread.of(all).median());
        return List.of(
                new Verdict("day", IN_TIME, Spread.of(all), "%,d accounts".formatted(accounts), List.of()),
                new Verdict("day, linear", LINEAR, growth, behind, doubts));
    }
}
