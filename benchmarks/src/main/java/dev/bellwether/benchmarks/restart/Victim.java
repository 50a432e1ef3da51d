package dev.bellwether.benchmarks.restart;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.ServiceRun;
import dev.bellwether.benchmarks.health.Wire;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service that is killed again and again while events keep coming. */
final class Victim implements AutoCloseable {

    private static final String OFFSETS =
            "select partition::text, next_offset from health.consumed_offset where topic = '" + Wire.TOPIC + "'";
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final Stage stage;
    private final Committed committed;
    private final Sender sender;
    private final PrintStream out;
    private ServiceRun service;

    Victim(Stage stage, Committed committed, Sender sender, PrintStream out)
            throws SQLException, NotMeasured, InterruptedException {
        this.stage = stage;
        this.committed = committed;
        this.sender = sender;
        this.out = out;
        this.service = ServiceRun.launch(stage, committed, out);
        service.awaitClaim();
        catchUp();
    }

    /** Lets it work in peace for a while, and looks how long events take until they are committed. */
    void observe(Latencies latencies, Duration time) throws SQLException, InterruptedException {
        latencies.forgetUnderWay();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Map<Integer, Long> offsets = new HashMap<>();
            committed.numbers(OFFSETS).forEach((partition, offset) -> offsets.put(Integer.parseInt(partition), offset));
            latencies.committed(offsets, System.nanoTime());
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        }
    }

    /** Kills it and starts it again at once. */
    Kill kill() throws SQLException, NotMeasured, InterruptedException {
        long begin = System.nanoTime();
        service.kill();
        service = ServiceRun.launch(stage, committed, out);
        service.awaitClaim();
        double claimed = secondsSince(begin);
        // the former owner is fenced by the claim: what moves from here on was moved by the new process
        service.awaitUses(committed.usage().events() + 1);
        double committing = secondsSince(begin);
        catchUp();
        return new Kill(claimed, committing, secondsSince(begin));
    }

    /** Waits until everything that has been sent so far is committed. */
    void catchUp() throws SQLException, NotMeasured, InterruptedException {
        service.awaitUses(sender.sent());
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() throws NotMeasured {
        service.close();
    }
}
