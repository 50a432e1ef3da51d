package dev.bellwether.benchmarks.throughput;

import dev.bellwether.benchmarks.Comparison;
import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.health.WholeLog;
import dev.bellwether.benchmarks.health.Workload;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.FlightRecording;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A month of usage already on the log, until all of it is committed; in turns with a consumer that only reads it. */
public final class ThroughputMeasure {

    private static final Limit LIMIT = new Limit.AtLeast(0.5, 0.7);

    private final Options options;
    private final PrintStream out;

    public ThroughputMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures. The rounds go baseline, ours, baseline, ours …; the first of each is thrown away.
     *
     * @throws NotMeasured also when the service came to a wrong figure
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("health-service");
        Workload workload = new Workload(options.events(), LocalDate.now(ZoneOffset.UTC));
        Expectation expected = Expectation.of(workload, workload.today());
        try (Stage stage = Stage.open(out)) {
            load(stage, workload, expected);
            WholeLog ours = new WholeLog(stage, workload.events(), expected, out);
            Comparison comparison = rounds(Baseline.bare(stage.kafka(), workload.events()), ours);
            if (options.profile()) {
                ours.run(FlightRecording.of("throughput", out));
            }
            return List.of(Verdict.of("throughput", LIMIT, comparison, "events a second"));
        }
    }

    private void load(Stage stage, Workload workload, Expectation expected) throws NotMeasured {
        try (EventLog log = EventLog.forMany(stage.kafka())) {
            long bytes = log.send(workload);
            out.printf(
                    "  %,d events of %d bytes, %,d accounts, %,d users, %.1f %% show a user for the first time that day%n",
                    workload.events(),
                    bytes,
                    Workload.ACCOUNTS,
                    Workload.ACCOUNTS * workload.usersPerAccount(),
                    100.0 * expected.userDays() / workload.events());
        }
    }

    private Comparison rounds(Baseline baseline, WholeLog ours) throws NotMeasured, InterruptedException {
        List<Double> bare = new ArrayList<>();
        List<Double> service = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            double read = baseline.run();
            WholeLog.Run run = ours.run(Profiler.none());
            out.printf(
                    "  round %d: bare consumer %,.0f a second, health service %,.0f (%.2f), figures right, started in %,d ms%s%n",
                    round,
                    read,
                    run.eventsPerSecond(),
                    run.eventsPerSecond() / read,
                    run.start().toMillis(),
                    round == 0 ? " (warm-up, not counted)" : "");
            out.printf("    from commit to commit: %s%n", run.gaps());
            if (round > 0) {
                bare.add(read);
                service.add(run.eventsPerSecond());
            }
        }
        return Comparison.of(service, bare);
    }
}
