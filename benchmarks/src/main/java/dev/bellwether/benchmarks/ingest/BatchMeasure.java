package dev.bellwether.benchmarks.ingest;

import dev.bellwether.benchmarks.Comparison;
import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.machine.FlightRecording;
import dev.bellwether.benchmarks.machine.Profiler;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A hundred events a request, plain and gzipped, in turns with a bare producer. */
public final class BatchMeasure {

    private static final Limit LIMIT = new Limit.AtLeast(0.6, 0.9);
    /** So many that the processors are at work while requests wait for their acknowledgement. */
    private static final int CONNECTIONS = 128;

    private static final int SIZE = 100;

    private final Options options;
    private final PrintStream out;
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private final List<Double> packed = new ArrayList<>();

    public BatchMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures; the rounds in which the programs warm up are thrown away.
     *
     * @throws NotMeasured also when an event was lost or arrived twice
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        // whole rounds of the distinct calls, so that exactly one in a hundred is wrong
        int events = Math.max(1, options.events() / 3 / 20_000) * 20_000;
        try (Doors doors = Doors.open(out)) {
            Requests asTheyAre = Requests.batches(doors.calls(), SIZE, false);
            Requests gzipped = Requests.batches(doors.calls(), SIZE, true);
            WarmUp warmUp = new WarmUp();
            while (!warmUp.isOver()) {
                Round round = round(doors, asTheyAre, gzipped, events, "warm-up");
                warmUp.note(round.producer, round.asTheyAre, round.gzipped);
            }
            for (int number = 1; number <= options.rounds(); number++) {
                Round round = round(doors, asTheyAre, gzipped, events, "round " + number);
                bare.add(round.producer);
                plain.add(round.asTheyAre);
                packed.add(round.gzipped);
            }
            if (options.profile()) {
                Profiler profiler = FlightRecording.of("batches", out);
                doors.begin(profiler);
                send(doors, asTheyAre, events);
                profiler.end();
            }
        }
        return List.of(
                Verdict.of("batches plain", LIMIT, Comparison.of(plain, bare), "events a second"),
                Verdict.of("batches gzip", LIMIT, Comparison.of(packed, bare), "events a second"));
    }

    private Round round(Doors doors, Requests asTheyAre, Requests gzipped, int events, String name)
            throws NotMeasured, InterruptedException {
        double producer = doors.bareProducer().run(events);
        Round round = new Round(producer, send(doors, asTheyAre, events), send(doors, gzipped, events));
        out.printf(
                "  %s: bare producer %,.0f a second, plain %,.0f (%.2f), gzip %,.0f (%.2f), nothing lost%n",
                name, producer, round.asTheyAre, round.asTheyAre / producer, round.gzipped, round.gzipped / producer);
        return round;
    }

    private static double send(Doors doors, Requests requests, int events) throws NotMeasured, InterruptedException {
        return doors.send(doors.load(CONNECTIONS), requests, events, status -> status == 200);
    }

    /** Events a second. */
    private record Round(double producer, double asTheyAre, double gzipped) {}
}
