package dev.bellwether.benchmarks.channel;

import dev.bellwether.benchmarks.Comparison;
import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Workload;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.benchmarks.throughput.Baseline;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What reading costs by itself: a loop around Kafka's client against a batch channel of SmallRye Reactive Messaging. */
public final class ChannelMeasure {

    // below that the loop would not be worth what the engine has to do by itself
    private static final Limit LIMIT = new Limit.AtLeast(1.2, 1.2);

    private final Options options;
    private final PrintStream out;

    public ChannelMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Measures, in turns; the first round of each is thrown away. */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Workload workload = new Workload(options.events(), LocalDate.now(ZoneOffset.UTC));
        try (Stage stage = Stage.open(out)) {
            try (EventLog log = EventLog.forMany(stage.kafka())) {
                log.send(workload);
            }
            return List.of(Verdict.of("channel", LIMIT, rounds(stage), "events a second"));
        }
    }

    private Comparison rounds(Stage stage) throws NotMeasured, InterruptedException {
        List<Double> loop = new ArrayList<>();
        List<Double> channel = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            double byChannel = new Baseline(ChannelConsumer.class, stage.kafka(), options.events()).run();
            double byLoop = Baseline.bare(stage.kafka(), options.events()).run();
            out.printf(
                    "  round %d: batch channel %,.0f a second, loop %,.0f (%.2f)%s%n",
                    round, byChannel, byLoop, byLoop / byChannel, round == 0 ? " (warm-up, not counted)" : "");
            if (round > 0) {
                channel.add(byChannel);
                loop.add(byLoop);
            }
        }
        return Comparison.of(loop, channel);
    }
}
