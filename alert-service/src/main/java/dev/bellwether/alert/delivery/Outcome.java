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

    /** Never in this form. */
    record Refused(String reason) implements Outcome {}
}
