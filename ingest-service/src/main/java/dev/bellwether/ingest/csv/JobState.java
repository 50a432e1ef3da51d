package dev.bellwether.ingest.csv;

import java.util.Locale;

/** How an import stands. */
public enum JobState {
    /** Rows come in. */
    RUNNING,
    /** It broke off; sent again with the same key it goes on. */
    INTERRUPTED,
    /** Every row is a fact on Kafka, or refused. */
    DONE;

    /** The name in JSON, metrics and the database. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState named(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
