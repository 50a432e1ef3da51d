package dev.bellwether.renewal.term;

import java.time.LocalDate;

/**
 * So many days before the decision date of a term.
 *
 * @param startsOn first day of the term, by which it is known even when its other dates are corrected
 * @param days whole days, positive
 */
public record Milestone(LocalDate startsOn, LocalDate decisionOn, int days) {

    /** Whether it is the same one, whatever the decision date. */
    boolean isSameAs(Milestone other) {
        return startsOn.equals(other.startsOn) && days == other.days;
    }

    /** The day on which it is to be told. */
    public LocalDate dueOn() {
        return decisionOn.minusDays(days);
    }
}
