package dev.bellwether.benchmarks.streams;

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
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A month of usage already on the log, until all of it is committed; in turns with the same job by Kafka Streams. */
public final class StreamsMeasure {

    private static final Limit LIMIT = new Limit.AtLeast(3, 3);

    private final Options options;
    private final PrintStream out;

    public StreamsMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures. The rounds go RocksDB, ours, memory, ours …; the first of each is thrown away.
     *
     * @throws NotMeasured also when either came to a wrong figure
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("health-service");
        if (options.profile()) {
            out.println("  not recorded: the service does the same as in the measure throughput");
        }
        Workload workload = new Workload(options.events(), LocalDate.now(ZoneOffset.UTC));
        Expectation expected = Expectation.of(workload, workload.today());
        try (Stage stage = Stage.open(out)) {
            try (EventLog log = EventLog.forMany(stage.kafka())) {
                log.send(workload);
            }
            return rounds(
                    new StreamsRun(stage, workload.events(), expected, workload.today()),
                    new WholeLog(stage, workload.events(), expected, out));
        }
    }

    private List<Verdict> rounds(StreamsRun theirs, WholeLog ours) throws NotMeasured, InterruptedException {
        Map<Store, List<Double>> streams = new EnumMap<>(Store.class);
        Map<Store, List<Double>> service = new EnumMap<>(Store.class);
        for (int round = 0; round <= options.rounds(); round++) {
            for (Store store : Store.values()) {
                double job = theirs.run(store, round);
                double health = ours.run(Profiler.none()).eventsPerSecond();
                out.printf(
                        "  round %d: Kafka Streams (%s) %,.0f a second, health service %,.0f (%.2f), figures of both right%s%n",
                        round, store.title(), job, health, health / job, round == 0 ? " (warm-up, not counted)" : "");
                if (round > 0) {
                    streams.computeIfAbsent(store, any -> new ArrayList<>()).add(job);
                    service.computeIfAbsent(store, any -> new ArrayList<>()).add(health);
                }
            }
        }
        List<Verdict> verdicts = new ArrayList<>();
        streams.forEach((store, rates) -> verdicts.add(Verdict.of(
                "streams, " + store.title(),
                LIMIT,
                Comparison.of(service.getOrDefault(store, List.of()), rates),
                "events a second")));
        return verdicts;
    }
}
