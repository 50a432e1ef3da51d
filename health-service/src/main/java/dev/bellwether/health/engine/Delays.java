package dev.bellwether.health.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The longest anything in a batch has waited; what happened long before it arrived says nothing of the system. */
final class Delays {

    private long oldestArrival = Long.MAX_VALUE;
    private @Nullable Instant oldestFresh;

    /** A record came to the log, milliseconds since 1970; those of a partition come in order. */
    void arrived(long at) {
        oldestArrival = Math.min(oldestArrival, at);
    }

    /** A fact that is not back-dated occurred. */
    void occurred(Instant at) {
        Instant oldest = oldestFresh;
        if (oldest == null || at.isBefore(oldest)) {
            oldestFresh = at;
        }
    }

    /** When the oldest record came to the log; null when there is none. */
    @Nullable
    Instant oldestArrival() {
        return oldestArrival == Long.MAX_VALUE ? null : Instant.ofEpochMilli(oldestArrival);
    }

    /** When the oldest fact that is not back-dated occurred; null when there is none. */
    @Nullable
    Instant oldestFresh() {
        return oldestFresh;
    }
}
