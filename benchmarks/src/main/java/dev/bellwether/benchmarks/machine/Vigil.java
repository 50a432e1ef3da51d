package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.local.process.Member;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what a process does, as long as it runs. */
public record Vigil(Stage stage, Member member) {

    /** How long something may take before it is given up. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration GLANCE = Duration.ofMillis(10);

    /** Something that becomes true in the database. */
    @FunctionalInterface
    public interface Milestone {
        boolean isReached() throws SQLException, NotMeasured, InterruptedException;
    }

    /** Returns when it is true. */
    public void await(String what, Milestone milestone) throws SQLException, NotMeasured, InterruptedException {
        long begin = System.nanoTime();
        while (!milestone.isReached()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw stuck(what);
            }
            glance();
        }
    }

    /** Waits a moment. */
    public void glance() throws NotMeasured, InterruptedException {
        stage.requireRunning(member);
        TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
    }

    /** Why it is given up. */
    public NotMeasured stuck(String what) {
        return new NotMeasured("the " + member.title() + " service did not " + what + " in " + PATIENCE.toMinutes()
                + " minutes; it logged last:\n" + stage.lastLines(member));
    }
}
