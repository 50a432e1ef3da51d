package dev.bellwether.local.door;

import java.time.Instant;
import java.util.Comparator;

/**
 * One event on its way to ingest.
 *
 * @param door by which it enters
 * @param kind the Segment call ({@code track}) or the CloudEvents type ({@code bellwether.invoice})
 * @param id the event id; the same event always has the same
 * @param at when it happened
 * @param json the whole event as the door wants it
 */
public record Letter(Door door, String kind, String id, Instant at, String json) {

    /** The doors of ingest that are used here. */
    public enum Door {
        /** The Segment tracking API. */
        SEGMENT,
        /** CloudEvents over HTTP, batched. */
        CLOUD_EVENTS
    }

    /** The newest first, so that an account never looks silent while its past is still arriving. */
    public static final Comparator<Letter> NEWEST_FIRST =
            Comparator.comparing(Letter::at).reversed().thenComparing(Letter::id);

    /** The oldest first. */
    public static final Comparator<Letter> OLDEST_FIRST =
            Comparator.comparing(Letter::at).thenComparing(Letter::id);
}
