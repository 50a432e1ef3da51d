package dev.bellwether.ingest.source;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How many requests a second a source may make at this instance; the share of one second may come at once. */
public final class Pace {

    private static final long SECOND = 1_000_000_000L;

    private final long apart;
    private final LongSupplier nanos;
    /** When the request after the last one would be due if they came evenly. */
    private final AtomicLong due;

    /**
     * @param perSecond at least 1
     * @param nanos a clock that never goes back, nanoseconds
     */
    public Pace(int perSecond, LongSupplier nanos) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("at least one request a second, not " + perSecond);
        }
        this.apart = SECOND / perSecond;
        this.nanos = nanos;
        this.due = new AtomicLong(nanos.getAsLong());
    }

    /** Whether a request may come in now; if so it has been counted. */
    public boolean admits() {
        long now = nanos.getAsLong();
        while (true) {
            long before = due.get();
            long after = (before - now < 0 ? now : before) + apart;
            if (after - now > SECOND) {
                return false;
            }
            if (due.compareAndSet(before, after)) {
                return true;
            }
        }
    }
}
