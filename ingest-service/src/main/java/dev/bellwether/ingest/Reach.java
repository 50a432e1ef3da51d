package dev.bellwether.ingest;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that Kafka or the database does not answer, so that further requests need not wait to hear it; one at a time still goes
 * through to see whether it does again.
 */
public final class Reach {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicReference<@Nullable Leave> trial = new AtomicReference<>();

    /** Whether it did not answer lately. */
    public boolean isAway() {
        return away.get();
    }

    /** Whether nobody may go on just now, for somebody is trying already. */
    public boolean isShut() {
        return away.get() && trial.get() != null;
    }

    /** Leave to go on, whose holder must tell how that ended; null while somebody else is trying. */
    public @Nullable Leave ask() {
        Leave leave = new Leave();
        return !away.get() || trial.compareAndSet(null, leave) ? leave : null;
    }

    /** Leave for who goes on in any case, which is never a trial. */
    public Leave unasked() {
        return new Leave();
    }

    /**
     * What one may go on by, told how that ended. It may be told more than once, for who waited may give up long before the
     * other side does: each time it is heard how it stands there, and the trial of another is never ended.
     */
    public final class Leave {

        private Leave() {}

        /** Whether others wait to see how this one ends. */
        public boolean isTrial() {
            return trial.get() == this;
        }

        /** It was acknowledged. */
        public void reached() {
            away.set(false);
            failed();
        }

        /** It was not answered in time. */
        public void missed() {
            away.set(true);
            failed();
        }

        /** It ended for a reason of its own, which says nothing of the others. */
        public void failed() {
            trial.compareAndSet(this, null);
        }
    }
}
