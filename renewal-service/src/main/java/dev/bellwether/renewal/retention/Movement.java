package dev.bellwether.renewal.retention;

import java.util.Locale;
import java.util.Optional;

/** What a period did to a customer. */
public enum Movement {
    NEW,
    EXPANSION,
    CONTRACTION,
    CHURN,
    REACTIVATION;

    /** As it is written in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one movement of a customer in a period, if anything moved.
     *
     * @param before whether the customer had been one on a day before the opening
     */
    static Optional<Movement> of(Balance opening, Balance closing, boolean before) {
        if (opening.active() && closing.active()) {
            int order = closing.arr().compareTo(opening.arr());
            return order == 0 ? Optional.empty() : Optional.of(order > 0 ? EXPANSION : CONTRACTION);
        }
        if (opening.active()) {
            return Optional.of(CHURN);
        }
        return closing.active() ? Optional.of(before ? REACTIVATION : NEW) : Optional.empty();
    }
}
