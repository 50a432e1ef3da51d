package dev.bellwether.benchmarks.heap;

import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Spread;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.health.ServiceRun;
import dev.bellwether.benchmarks.health.Workload;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.FlightRecording;
import dev.bellwether.benchmarks.machine.LiveHeap;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The heap after ten million events, against after the first million, which showed all accounts, users and days. */
public final class HeapMeasure {

    private static final Limit LIMIT = new Limit.AtMost(1.2, "");
    private static final int TIMES = 10;
    private static final int SHOWN = 6;

    private final Options options;
    private final PrintStream out;

    public HeapMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures, once: what a heap holds after a collection does not waver with the machine.
     *
     * @throws NotMeasured also when the service came to a wrong figure
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("health-service");
        Workload once = new Workload(options.events() / 3, LocalDate.now(ZoneOffset.UTC));
        Again first = new Again(once, 0, 1);
        Again rest = new Again(once, 1, TIMES - 1);
        try (Stage stage = Stage.open(out);
                Connection connection = stage.database();
                EventLog log = EventLog.forMany(stage.kafka())) {
            Committed committed = new Committed(connection);
            try (ServiceRun service = ServiceRun.launch(stage, committed, out)) {
                service.awaitClaim();
                Expectation expected = new Expectation(once.today());
                LiveHeap early = after(first, log, service);
                expected.add(first);
                committed.require(expected);
                Profiler profiler = options.profile() ? FlightRecording.of("heap", out) : Profiler.none();
                profiler.begin(service.pid());
                LiveHeap late = after(rest, log, service);
                profiler.end();
                expected.add(rest);
                committed.require(expected);
                return List.of(verdict(early, late));
            }
        } catch (SQLException e) {
            throw new NotMeasured("the database cannot be read", e);
        }
    }

    private LiveHeap after(Again uses, EventLog log, ServiceRun service)
            throws SQLException, NotMeasured, InterruptedException {
        log.send(uses);
        int all = uses.first() * uses.once().events() + uses.events();
        service.awaitUses(all);
        LiveHeap heap = LiveHeap.of(service.pid());
        out.printf("  after %,d events: %,d bytes live%n", all, heap.bytes());
        return heap;
    }

    private Verdict verdict(LiveHeap early, LiveHeap late) {
        double ratio = (double) late.bytes() / early.bytes();
        late.growthSince(early, SHOWN).forEach(line -> out.println("    " + line));
        String behind = String.format(
                Locale.ROOT,
                "%.1f MB after %,d events to %.1f MB after %,d",
                late.bytes() / 1e6,
                options.events() / 3 * TIMES,
                early.bytes() / 1e6,
                options.events() / 3);
        return new Verdict("heap", LIMIT, Spread.of(List.of(ratio)), behind, List.of());
    }
}
