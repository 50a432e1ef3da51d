package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.benchmarks.machine.Vigil;
import dev.bellwether.local.process.Member;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The health service's packaged jar at work on a stage, watched by what it commits, stopped when closed. */
public final class ServiceRun implements AutoCloseable {

    private static final Duration NEWS = Duration.ofSeconds(20);

    private final Stage stage;
    private final Vigil vigil;
    private final Committed committed;
    private final PrintStream out;
    private final long launched = System.nanoTime();
    private final long claimsBefore;
    private final List<Long> gaps = new ArrayList<>();

    private ServiceRun(Stage stage, Committed committed, PrintStream out) throws SQLException, NotMeasured {
        this.stage = stage;
        this.vigil = new Vigil(stage, Member.HEALTH);
        this.committed = committed;
        this.out = out;
        this.claimsBefore = committed.usage().claims();
        stage.launch(Member.HEALTH);
    }

    /** Starts it; what it committed before is there. */
    public static ServiceRun launch(Stage stage, Committed committed, PrintStream out)
            throws SQLException, NotMeasured {
        return new ServiceRun(stage, committed, out);
    }

    /**
     * Waits until it has claimed the log.
     *
     * @return nanoseconds since the launch
     */
    public long awaitClaim() throws SQLException, NotMeasured, InterruptedException {
        await("claim the log", () -> committed.usage().claims() > claimsBefore);
        return System.nanoTime() - launched;
    }

    /**
     * Waits until so many uses are committed, tells how far it is from time to time, and notes how long the time from
     * one commit to the next was.
     *
     * @return how many are committed now
     */
    public long awaitUses(long wanted) throws SQLException, NotMeasured, InterruptedException {
        long known = committed.usage().events();
        long last = System.nanoTime();
        long told = last;
        while (known < wanted) {
            vigil.glance();
            long events = committed.usage().events();
            long now = System.nanoTime();
            if (events > known) {
                gaps.add(now - last);
                known = events;
                last = now;
            } else if (now - last > Vigil.PATIENCE.toNanos()) {
                throw vigil.stuck("commit anything more");
            }
            if (now - told > NEWS.toNanos()) {
                out.printf("    … %,d of %,d committed%n", known, wanted);
                told = now;
            }
        }
        return known;
    }

    /** Nanoseconds between commits while uses were waited for. */
    public List<Long> gaps() {
        return List.copyOf(gaps);
    }

    /** The id of its process. */
    public long pid() throws NotMeasured {
        return stage.pid(Member.HEALTH);
    }

    /** Waits until something is true in the database. */
    public void await(String what, Vigil.Milestone milestone) throws SQLException, NotMeasured, InterruptedException {
        vigil.await(what, milestone);
    }

    /** Ends it as kill -9 does. */
    public void kill() throws NotMeasured {
        stage.kill(Member.HEALTH);
    }

    @Override
    public void close() throws NotMeasured {
        stage.stop(Member.HEALTH);
    }
}
