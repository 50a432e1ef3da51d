package dev.bellwether.benchmarks.restart;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Dice;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.health.Use;
import dev.bellwether.benchmarks.health.Wire;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends usage at a steady rate, whatever becomes of the service, and keeps count of what must come of it. */
final class Sender implements AutoCloseable {

    /** Events a second. */
    static final int RATE = 2_000;

    private static final int ACCOUNTS = 500;
    private static final int USERS = 40;
    private static final int FEATURES = 6;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(5);

    private final EventLog log;
    private final Expectation expected;
    private final Latencies latencies;
    private final Thread thread = new Thread(this::run, "sender");
    private volatile boolean stopping;
    private final AtomicInteger sent = new AtomicInteger();

    Sender(EventLog log, Expectation expected, Latencies latencies) {
        this.log = log;
        this.expected = expected;
        this.latencies = latencies;
    }

    /** Sends so many at once, before any others, and returns when the log has them. */
    void fill(int events) throws NotMeasured {
        for (int number = 0; number < events; number++) {
            log.send(Wire.record(next(number)));
            sent.incrementAndGet();
        }
        log.flush();
    }

    void start() {
        thread.start();
    }

    private void run() {
        long begin = System.nanoTime();
        int before = sent.get();
        while (!stopping) {
            long due = before + (System.nanoTime() - begin) * RATE / TimeUnit.SECONDS.toNanos(1);
            while (sent.get() < due) {
                send(sent.get());
                sent.incrementAndGet();
            }
            LockSupport.parkNanos(TICK);
        }
    }

    private void send(int number) {
        Use use = next(number);
        long at = System.nanoTime();
        log.send(Wire.record(use), (written, e) -> {
            if (e == null) {
                latencies.sent(written.partition(), written.offset(), at);
            }
        });
    }

    private Use next(int number) {
        Use use = new Use(
                number,
                Dice.below(ACCOUNTS, number),
                Dice.below(USERS, -1L - number),
                number % FEATURES,
                Instant.now());
        expected.add(use);
        return use;
    }

    /** How many were sent so far. */
    int sent() {
        return sent.get();
    }

    /** Ends, and returns when the log has everything; what is expected may be read from then on. */
    void stop() throws NotMeasured, InterruptedException {
        stopping = true;
        thread.join();
        log.flush();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
