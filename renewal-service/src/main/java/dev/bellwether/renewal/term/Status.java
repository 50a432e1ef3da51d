package dev.bellwether.renewal.term;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The names of what a contract can stand at. */
public enum Status {
    DRAFT,
    UNDATED,
    TRIAL,
    ACTIVE,
    CANCELLED,
    LAPSED,
    CHURNED;

    /** As it is written in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that word, if there is one. */
    public static Optional<Status> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
