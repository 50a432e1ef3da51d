package dev.bellwether.renewal.churn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a term. */
public enum Result {
    RENEWED,
    CHURNED;

    /** As it is written in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The result of that word, if there is one. */
    public static Optional<Result> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
