package dev.bellwether.ingest;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Remembers that Kafka or the database does not answer, so that further requests need not wait to hear it; one at a time still goes
 * through to see whether it does again.
 */
public final class Reach {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean trying = new AtomicBoolean();

    /** Whether it did not answer lately. */
    public boolean isAway() {
        return away.get();
    }

    /** Whether this one may try; it must tell how that ended. */
    public boolean admits() {
        return !away.get() || trying.compareAndSet(false, true);
    }

    /** It was acknowledged. */
    public void reached() {
        away.set(false);
        trying.set(false);
    }

    /** It was not answered in time. */
    public void missed() {
        away.set(true);
        trying.set(false);
    }

    /** It failed for a reason of its own, which says nothing of the others. */
    public void failed() {
        trying.set(false);
    }
}
