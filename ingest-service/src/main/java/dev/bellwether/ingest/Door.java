package dev.bellwether.ingest;

import java.util.Locale;

/** A way in. */
public enum Door {
    SEGMENT,
    CLOUDEVENTS,
    WEBHOOK,
    IMPORT;

    /** The name in metrics and dead letters. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
