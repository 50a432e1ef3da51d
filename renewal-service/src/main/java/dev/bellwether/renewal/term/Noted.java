package dev.bellwether.renewal.term;

import java.util.Locale;

/** What was done with a milestone that came up. */
public enum Noted {
    /** Told on its day. */
    TOLD,
    /** Told after its day, and still in time for the decision. */
    LATE,
    /** Passed over, for a nearer one or because the decision date had passed. */
    SKIPPED;

    /** As it is written in JSON and in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
