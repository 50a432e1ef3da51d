package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.local.process.Member;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs the health service's packaged jar, from a fresh start on an empty database, over the whole log. */
record Service(Stage stage, Workload workload, Expectation expected) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(10);

    /**
     * What one run came to.
     *
     * @param eventsPerSecond from the claim of the log until all is committed
     * @param start from the launch of the process until it claimed the log
     */
    record Run(double eventsPerSecond, Duration start) {}

    /** Measures one run; its figures in the database have been checked. */
    Run run() throws NotMeasured, InterruptedException {
        try (Connection connection = stage.database()) {
            Committed committed = new Committed(connection);
            committed.forget();
            long launched = System.nanoTime();
            stage.launch(Member.HEALTH);
            try {
                await("claim the log", committed::isClaimed);
                long claimed = System.nanoTime();
                await("commit everything", () -> committed.events() >= workload.events());
                long done = System.nanoTime();
                committed.require(expected);
                return new Run(workload.events() * 1e9 / (done - claimed), Duration.ofNanos(claimed - launched));
            } finally {
                stage.stop(Member.HEALTH);
            }
        } catch (SQLException e) {
            throw new NotMeasured("the database cannot be read", e);
        }
    }

    /** Something that becomes true in the database. */
    @FunctionalInterface
    private interface Milestone {
        boolean isReached() throws SQLException;
    }

    private void await(String what, Milestone milestone) throws SQLException, NotMeasured, InterruptedException {
        long begin = System.nanoTime();
        while (!milestone.isReached()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new NotMeasured("the health service did not " + what + " in " + PATIENCE.toMinutes()
                        + " minutes; its log: " + stage.log(Member.HEALTH));
            }
            stage.requireRunning(Member.HEALTH);
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        }
    }
}
