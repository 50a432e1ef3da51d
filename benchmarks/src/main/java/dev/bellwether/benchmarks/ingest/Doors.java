package dev.bellwether.benchmarks.ingest;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Use;
import dev.bellwether.benchmarks.health.Workload;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.process.Member;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ingest service's packaged jar at work on a stage, and what is sent to it. */
final class Doors implements AutoCloseable {

    /** Distinct calls; sent again and again, for a door does not know an event again. */
    private static final int CALLS = 20_000;

    private final Stage stage;
    private final List<Use> uses = new ArrayList<>(CALLS);
    private final List<byte[]> calls = new ArrayList<>(CALLS);

    private Doors(Stage stage) {
        this.stage = stage;
        Workload workload = new Workload(1_000_000, LocalDate.now(ZoneOffset.UTC));
        for (int number = 0; number < CALLS; number++) {
            Use use = workload.use(number * 50);
            uses.add(new Use(number, use.account(), use.user(), use.feature(), use.at()));
            calls.add(Calls.of(uses.getLast()));
        }
    }

    static Doors open(PrintStream out) throws NotMeasured {
        Checkout.requirePackaged("ingest-service");
        Doors doors = new Doors(Stage.open(out));
        doors.stage.configure(
                Member.INGEST,
                Map.of(
                        "bellwether.ingest.sources.bench.write-keys", Requests.KEY,
                        "bellwether.ingest.sources.bench.requests-per-second", "1000000",
                        "bellwether.ingest.echo", "true"));
        doors.stage.start(Member.INGEST);
        return doors;
    }

    List<byte[]> calls() {
        return calls;
    }

    BareProducer bareProducer() {
        return new BareProducer(stage.kafka(), uses, calls);
    }

    Load load(int connections) {
        return new Load("localhost", stage.port(Port.INGEST), connections);
    }

    /** Sends, and makes sure that all of it has arrived once. */
    double send(Load load, Requests requests, int events, Load.Answers answers)
            throws NotMeasured, InterruptedException {
        Arrived before = Arrived.at(stage.kafka());
        double eventsPerSecond = load.send(requests, events, answers);
        Arrived.at(stage.kafka()).require(before, events);
        return eventsPerSecond;
    }

    void begin(Profiler profiler) throws NotMeasured, InterruptedException {
        profiler.begin(stage.pid(Member.INGEST));
    }

    @Override
    public void close() {
        stage.close();
    }
}
