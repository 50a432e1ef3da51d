package dev.bellwether.alert.delivery;

import java.time.Duration;

/** What came of one attempt to send. Reasons never hold a secret. */
public sealed interface Outcome {

    /** What one message waits at most, whatever an answer about it says; a place may ask for more. */
    Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static Duration atMost(Duration longest, Duration asked) {
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    /**
     * The other side has it.
     *
     * @param reference how the other side names the message, so that it can be edited and answered; empty where it
     *     cannot
     */
    record Sent(String reference) implements Outcome {
        public Sent() {
            this("");
        }
    }

    /**
     * Not now; another attempt may succeed.
     *
     * @param atLeast pause that the other side asked for, zero when it asked for none, {@link #LONGEST_PAUSE} at most
     */
    record Postponed(String reason, Duration atLeast) implements Outcome {
        public Postponed {
            atLeast = atMost(LONGEST_PAUSE, atLeast);
        }
    }

    /** Nothing has left, since something of ours failed: it says nothing of the other side. Another attempt may succeed. */
    record Hindered(String reason) implements Outcome {}

    /** The other side takes no message at all for that long, a second at least, though there is nothing wrong with this one. */
    record Throttled(String reason, Duration pause) implements Outcome {

        private static final Duration LEAST = Duration.ofSeconds(1);

        public Throttled {
            pause = pause.compareTo(LEAST) < 0 ? LEAST : pause;
        }
    }

    /**
     * The other side failed at it: it hardly arrived, but it may have. Another attempt may succeed.
     *
     * @param atLeast pause that the other side asked for, zero when it asked for none, {@link #LONGEST_PAUSE} at most
     */
    record Doubtful(String reason, Duration atLeast) implements Outcome {
        public Doubtful {
            atLeast = atMost(LONGEST_PAUSE, atLeast);
        }
    }

    /** Somebody has to set something up, such as an address or a right; then the same message is taken. */
    record Unready(String reason) implements Outcome {}

    /** Nobody said what became of it: it may have arrived or not. Another attempt may be answered. */
    record Unanswered(String reason) implements Outcome {}

    /** Never in this form. */
    record Refused(String reason) implements Outcome {}

    /** The person does not want messages on this channel: it is withdrawn, and nobody need look after it. */
    record Unwanted(String reason) implements Outcome {}

    /** The other side does not know the person: never by this way, perhaps by another. */
    record Stranger(String reason) implements Outcome {}

    /** Whether somebody may be reading the message. */
    default boolean mayHaveArrived() {
        return switch (this) {
            case Sent sent -> true;
            case Unanswered unanswered -> true;
            case Doubtful doubtful -> true;
            case Unready unready -> false;
            case Postponed postponed -> false;
            case Hindered hindered -> false;
            case Throttled throttled -> false;
            case Refused refused -> false;
            case Unwanted unwanted -> false;
            case Stranger stranger -> false;
        };
    }

    /** What came of a message whose repeat is recognised: nobody sees it twice, so that it may be sent again at will. */
    default Outcome recognisable() {
        return this instanceof Unanswered(String reason) ? new Doubtful(reason, Duration.ZERO) : this;
    }

    /** What came of a call that changes nothing when it is made again, whether it arrived or not. */
    default Outcome harmless() {
        return switch (this) {
            case Unanswered(String reason) -> new Postponed(reason, Duration.ZERO);
            case Doubtful(String reason, Duration atLeast) -> new Postponed(reason, atLeast);
            case Sent sent -> sent;
            case Postponed postponed -> postponed;
            case Hindered hindered -> hindered;
            case Throttled throttled -> throttled;
            case Unready unready -> unready;
            case Refused refused -> refused;
            case Unwanted unwanted -> unwanted;
            case Stranger stranger -> stranger;
        };
    }
}
