package dev.bellwether.benchmarks.restart;

import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Percentiles;
import dev.bellwether.benchmarks.Spread;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.Dice;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The service remembers millions of ids and is killed with kill -9 while 2,000 events a second come, and started again at once. */
public final class RestartMeasure {

    private static final Limit LIMIT = new Limit.NeverAbove(15, "s");
    private static final int KILLS_A_ROUND = 2;
    private static final int REMEMBERED = 8_000_000;

    private final Options options;
    private final PrintStream out;

    public RestartMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures; the worst of all kills counts, so none is thrown away.
     *
     * @throws NotMeasured also when something was lost or counted twice
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("health-service");
        if (options.profile()) {
            out.println("  not recorded: what is measured is over before a recording can begin");
        }
        Expectation expected = new Expectation(LocalDate.now(ZoneOffset.UTC));
        Latencies latencies = new Latencies();
        try (Stage stage = Stage.open(out);
                Connection connection = stage.database();
                EventLog log = EventLog.forFew(stage.kafka());
                Sender sender = new Sender(log, expected, latencies)) {
            Committed committed = new Committed(connection);
            sender.fill(idsToRemember());
            sender.start();
            List<Double> committing = new ArrayList<>();
            try (Victim victim = new Victim(stage, committed, sender, out)) {
                for (Kill kill : kills(victim, latencies)) {
                    committing.add(kill.committing());
                }
                sender.stop();
                victim.catchUp();
            }
            committed.require(expected);
            out.printf("  all %,d events counted, each once%n", sender.sent());
            return List.of(verdict(Spread.of(committing), sender.sent()));
        } catch (SQLException e) {
            throw new NotMeasured("the database cannot be read", e);
        }
    }

    /** As many as are remembered by default: so the memory of ids is full. */
    private int idsToRemember() {
        return (int) ((long) REMEMBERED * options.events() / Options.USUAL_EVENTS);
    }

    private List<Kill> kills(Victim victim, Latencies latencies)
            throws SQLException, NotMeasured, InterruptedException {
        List<Kill> kills = new ArrayList<>();
        for (int number = 1; number <= KILLS_A_ROUND * options.rounds(); number++) {
            // not in step with anything the service does by the clock
            victim.observe(latencies, Duration.ofMillis(3_000 + Dice.below(2_000, number)));
            Kill kill = victim.kill();
            out.printf(
                    "  kill %d: claimed the log after %.2f s, committed after %.2f s, caught up after %.2f s%n",
                    number, kill.claimed(), kill.committing(), kill.caughtUp());
            kills.add(kill);
        }
        out.printf(
                "  between the kills, from an event's sending to its commit: %s%n",
                Percentiles.ofNanos(latencies.nanos()));
        return kills;
    }

    private Verdict verdict(Spread committing, int events) {
        String behind =
                "%d kills, %,d events at %,d a second".formatted(KILLS_A_ROUND * options.rounds(), events, Sender.RATE);
        return new Verdict("restart", LIMIT, committing, behind, List.of());
    }
}
