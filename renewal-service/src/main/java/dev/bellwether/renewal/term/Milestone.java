package dev.bellwether.renewal.term;

import java.time.LocalDate;

/**
 * So many days before a decision date.
 *
 * @param days whole days, positive
 */
public record Milestone(LocalDate decisionOn, int days) {

    /** The day on which it is to be told. */
    public LocalDate dueOn() {
        return decisionOn.minusDays(days);
    }
}
