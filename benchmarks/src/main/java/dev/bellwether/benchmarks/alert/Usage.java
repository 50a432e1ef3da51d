package dev.bellwether.benchmarks.alert;

import dev.bellwether.benchmarks.NotMeasured;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends usage at a steady rate until it is closed. */
final class Usage implements AutoCloseable {

    /** Events a second. */
    static final int RATE = 2_000;

    private static final int BATCH = 100;
    private static final int ACCOUNTS = 500;
    private static final int USERS = 40;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(2);

    private final Door door;
    private final Thread thread = new Thread(this::run, "usage");
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicReference<@Nullable NotMeasured> failure = new AtomicReference<>();
    private final long begin = System.nanoTime();
    private volatile boolean stopping;

    private Usage(Door door) {
        this.door = door;
    }

    static Usage start(Door door) {
        Usage usage = new Usage(door);
        usage.thread.start();
        return usage;
    }

    private void run() {
        try {
            while (!stopping) {
                long due = (System.nanoTime() - begin) * RATE / TimeUnit.SECONDS.toNanos(1);
                if (sent.get() + BATCH <= due) {
                    door.send(batch(sent.get()));
                    sent.addAndGet(BATCH);
                } else {
                    LockSupport.parkNanos(TICK);
                }
            }
        } catch (NotMeasured e) {
            failure.set(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> batch(int first) {
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        return IntStream.range(first, first + BATCH)
                .mapToObj(number -> Door.event(
                        "usage",
                        "use-" + number,
                        "user-account-" + number % ACCOUNTS,
                        now,
                        "{\"userId\":\"u%d\",\"feature\":\"export\"}".formatted(number / ACCOUNTS % USERS)))
                .toList();
    }

    /** The events a second that were accepted so far; fails when they no longer are. */
    double rate() throws NotMeasured {
        NotMeasured failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return sent.get() * 1e9 / (System.nanoTime() - begin);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }
}
