package dev.bellwether.alert.delivery;

import java.time.Duration;

/** What came of one attempt to send. Reasons never hold a secret. */
public sealed interface Outcome {

    /** The other side has it. */
    record Sent() implements Outcome {}

    /**
     * Not now; another attempt may succeed.
     *
     * @param atLeast pause that the other side asked for, zero when it asked for none
     */
    record Postponed(String reason, Duration atLeast) implements Outcome {}

    /** Nobody said what became of it: it may have arrived or not. Another attempt may be answered. */
    record Unanswered(String reason) implements Outcome {}

    /** Never in this form. */
    record Refused(String reason) implements Outcome {}

    /** Whether somebody may be reading the message. */
    default boolean mayHaveArrived() {
        return switch (this) {
            case Sent sent -> true;
            case Unanswered unanswered -> true;
            case Postponed postponed -> false;
            case Refused refused -> false;
        };
    }
}
