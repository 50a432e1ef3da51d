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

/** An event a request, in turns with an endpoint that takes the same requests and does nothing. */
public final class SingleMeasure {

    private static final Limit LIMIT = new Limit.AtLeast(0.6, 0.6);
    private static final int CONNECTIONS = 256;

    private final Options options;
    private final PrintStream out;
    private final List<Double> nothing = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();

    public SingleMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures; the rounds in which the programs warm up are thrown away.
     *
     * @throws NotMeasured also when an event was lost or arrived twice
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        int events = Math.max(1, options.events() / 10 / 20_000) * 20_000;
        try (Doors doors = Doors.open(out)) {
            Requests toNowhere = Requests.singles(doors.calls(), "/v1/echo");
            Requests toTheDoor = Requests.singles(doors.calls(), "/v1/track");
            WarmUp warmUp = new WarmUp();
            while (!warmUp.isOver()) {
                Round round = round(doors, toNowhere, toTheDoor, events, "warm-up");
                warmUp.note(round.empty, round.door);
            }
            for (int number = 1; number <= options.rounds(); number++) {
                Round round = round(doors, toNowhere, toTheDoor, events, "round " + number);
                nothing.add(round.empty);
                ours.add(round.door);
            }
            if (options.profile()) {
                Profiler profiler = FlightRecording.of("singles", out);
                doors.begin(profiler);
                send(doors, toTheDoor, events);
                profiler.end();
            }
        }
        return List.of(Verdict.of("singles", LIMIT, Comparison.of(ours, nothing), "events a second"));
    }

    private Round round(Doors doors, Requests toNowhere, Requests toTheDoor, int events, String name)
            throws NotMeasured, InterruptedException {
        double empty = doors.load(CONNECTIONS).send(toNowhere, events, status -> status == 200);
        double door = send(doors, toTheDoor, events);
        out.printf(
                "  %s: empty endpoint %,.0f a second, track %,.0f (%.2f), nothing lost%n",
                name, empty, door, door / empty);
        return new Round(empty, door);
    }

    /** A wrong call alone is told so. */
    private static double send(Doors doors, Requests requests, int events) throws NotMeasured, InterruptedException {
        return doors.send(doors.load(CONNECTIONS), requests, events, status -> status == 200 || status == 400);
    }

    /** Events a second. */
    private record Round(double empty, double door) {}
}
