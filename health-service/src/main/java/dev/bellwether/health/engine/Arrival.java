package dev.bellwether.health.engine;

import dev.bellwether.contracts.Fact;
import dev.bellwether.messaging.DeadLetter;
import java.time.Instant;

/** What came of one record. */
sealed interface Arrival {

    /** A fact to be folded in. */
    record Accepted(Fact fact, int partition, Instant arrivedAt) implements Arrival {}

    /** A fact that figures leave out: too old, or an ignored event. It is counted, and known to have happened. */
    record LeftOut(Fact fact, int partition, Instant arrivedAt, Reason reason) implements Arrival {}

    /** Not understood, or dated in the far future. */
    record Refused(DeadLetter letter, Reason reason) implements Arrival {}

    /** A closed set, fit for a metric's tag. */
    enum Reason {
        TOO_OLD,
        IGNORED,
        REPEATED,
        UNREADABLE,
        FUTURE
    }
}
