package dev.bellwether.ingest;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Remembers that Kafka or the database does not answer, so that further requests need not wait to hear it; one at a time still goes
 * through to see whether it does again.
 */
public final class Reach {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean trying = new AtomicBoolean();

    /** How one may go on. */
    public enum Leave {
        /** As usual. */
        USUAL,
        /** To see whether it answers again; it must tell how that ended. */
        TRIAL,
        /** Not at all. */
        NONE
    }

    /** Whether it did not answer lately. */
    public boolean isAway() {
        return away.get();
    }

    /** Whether nobody may go on just now, for somebody is trying already. */
    public boolean isShut() {
        return away.get() && trying.get();
    }

    /** Asks whether this one may go on. */
    public Leave ask() {
        if (!away.get()) {
            return Leave.USUAL;
        }
        return trying.compareAndSet(false, true) ? Leave.TRIAL : Leave.NONE;
    }

    /** Whether this one may go on; it must tell how that ended. */
    public boolean admits() {
        return ask() != Leave.NONE;
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

    /** Likewise. One that was under way before leaves the trial of another one alone. */
    public void missed(Leave leave) {
        away.set(true);
        failed(leave);
    }

    /** It failed for a reason of its own, which says nothing of the others. */
    public void failed() {
        trying.set(false);
    }

    /** Likewise, by the leave that it had. */
    public void failed(Leave leave) {
        if (leave == Leave.TRIAL) {
            trying.set(false);
        }
    }
}
