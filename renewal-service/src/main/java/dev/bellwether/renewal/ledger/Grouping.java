package dev.bellwether.renewal.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What retention can be told by; by currency it always is. */
public enum Grouping {
    CURRENCY,
    OWNER,
    SEGMENT;

    /** As it is written in requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grouping of that word, if there is one. */
    public static Optional<Grouping> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
