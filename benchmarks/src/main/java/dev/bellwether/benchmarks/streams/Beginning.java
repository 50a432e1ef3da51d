package dev.bellwether.benchmarks.streams;

import java.util.concurrent.atomic.AtomicLong;

/** When the first event was met, whichever thread met it. */
final class Beginning {

    private static final AtomicLong NANOS = new AtomicLong();

    private Beginning() {}

    static void note() {
        if (NANOS.getPlain() == 0) {
            NANOS.compareAndSet(0, System.nanoTime());
        }
    }

    /** Of {@link System#nanoTime}; 0 when none was met. */
    static long nanos() {
        return NANOS.get();
    }
}
