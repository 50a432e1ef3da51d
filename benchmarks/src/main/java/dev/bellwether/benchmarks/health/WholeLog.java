package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Percentiles;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Runs the health service from a fresh start on an empty database over all usage that is on the log. */
public record WholeLog(Stage stage, int events, Expectation expected, PrintStream out) {

    /**
     * What one run came to.
     *
     * @param eventsPerSecond from the claim of the log until all is committed
     * @param start from the launch of the process until it claimed the log
     * @param gaps from one commit to the next
     */
    public record Run(double eventsPerSecond, Duration start, Percentiles gaps) {}

    /** Measures one run; its figures in the database have been checked. */
    public Run run(Profiler profiler) throws NotMeasured, InterruptedException {
        try (Connection connection = stage.database()) {
            Committed committed = new Committed(connection);
            committed.forget();
            try (ServiceRun service = ServiceRun.launch(stage, committed, out)) {
                long start = service.awaitClaim();
                long claimed = System.nanoTime();
                profiler.begin(service.pid());
                service.awaitUses(events);
                long nanos = System.nanoTime() - claimed;
                profiler.end();
                committed.require(expected);
                return new Run(events * 1e9 / nanos, Duration.ofNanos(start), Percentiles.ofNanos(service.gaps()));
            }
        } catch (SQLException e) {
            throw new NotMeasured("the database cannot be read", e);
        }
    }
}
