package dev.bellwether.ingest;

import java.util.Locale;

/** What became of an event that came through a door. */
public enum Outcome {
    /** On the log, acknowledged by the broker. */
    PUBLISHED,
    /** Kept until the account of its user is known. */
    PARKED,
    /** Understood, and no fact by its nature, such as an alias. */
    NO_FACT,
    /** A dead letter. */
    REFUSED;

    /** The name in metrics. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
