package dev.bellwether.benchmarks.crowd;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.health.ServiceRun;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.SQLException;

/** Puts stretches of usage on the log and lets the service take them, from a fresh start each. */
record Stretches(Stage stage, Committed committed, EventLog log, Expectation expected, PrintStream out) {

    /** Makes all users of the accounts known. */
    void load(Crowd... crowds) throws SQLException, NotMeasured, InterruptedException {
        long sent = 0;
        for (Crowd crowd : crowds) {
            log.send(crowd);
            expected.add(crowd);
            sent += crowd.events();
        }
        try (ServiceRun service = ServiceRun.launch(stage, committed, out)) {
            service.awaitClaim();
            service.awaitUses(sent);
            committed.require(expected);
        }
    }

    /**
     * What an event costs in the last three quarters of a stretch: in the first one the compiler warms up and the account
     * comes back from the database. The figures have been checked.
     */
    double microsPerEvent(CrowdStretch stretch, Profiler profiler)
            throws SQLException, NotMeasured, InterruptedException {
        long before = committed.usage().events();
        log.send(stretch);
        expected.add(stretch);
        try (ServiceRun service = ServiceRun.launch(stage, committed, out)) {
            service.awaitClaim();
            long from = service.awaitUses(before + stretch.events() / 4);
            long begin = System.nanoTime();
            profiler.begin(service.pid());
            long upTo = service.awaitUses(before + stretch.events());
            long nanos = System.nanoTime() - begin;
            profiler.end();
            committed.require(expected);
            if (upTo == from) {
                throw new NotMeasured("all %,d events were committed at once: take more".formatted(stretch.events()));
            }
            return nanos / 1e3 / (upTo - from);
        }
    }
}
