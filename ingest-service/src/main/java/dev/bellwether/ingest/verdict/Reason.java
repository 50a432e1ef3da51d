package dev.bellwether.ingest.verdict;

import java.util.Locale;

/** Why something that was sent did not become a fact; a closed set, used as a metric's tag. */
public enum Reason {
    /** The body cannot be read at all. */
    UNREADABLE,
    /** The body comes in a form that the door does not read. */
    UNSUPPORTED,
    /** A field is missing or wrong. */
    INVALID,
    /** The body, the batch or the event exceeds its limit. */
    TOO_LARGE,
    /** The event says that it happened further in the future than clocks may differ. */
    IN_THE_FUTURE,
    /** No write key, or one that belongs to no source; a wrong signature. */
    UNAUTHORIZED,
    /** The source sends more requests a second than it may. */
    TOO_FAST,
    /** Too much is under way already. */
    OVERLOADED,
    /** Too many wait for the database, which answers. */
    CROWDED,
    /** Kafka or the database did not answer. */
    UNAVAILABLE,
    /** The account of its user did not become known in time. */
    ACCOUNT_UNKNOWN,
    /** The account of its user is not known, and too many events wait already. */
    PARKING_FULL;

    /** The name in metrics. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
