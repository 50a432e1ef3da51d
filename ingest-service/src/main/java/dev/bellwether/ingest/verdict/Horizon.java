package dev.bellwether.ingest.verdict;

import java.time.Duration;
import java.time.Instant;

/** How far ahead of the door's clock a fact may lie: clocks differ, but nothing happens tomorrow. */
public final class Horizon {

    private static final Duration AHEAD = Duration.ofMinutes(10);

    /** Completes the sentence that begins with the field's name. */
    public static final String DETAIL = "is more than 10 minutes in the future";

    private Horizon() {}

    /** Whether {@code occurredAt} lies further ahead than a fact may. */
    public static boolean isBeyond(Instant occurredAt, Instant receivedAt) {
        return occurredAt.isAfter(receivedAt.plus(AHEAD));
    }
}
