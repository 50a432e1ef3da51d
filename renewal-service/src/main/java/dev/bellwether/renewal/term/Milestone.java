package dev.bellwether.renewal.term;

import java.time.LocalDate;

/**
 * So many days before the decision date of a term.
 *
 * @param startsOn first day of the term
 * @param days whole days, positive
 */
public record Milestone(LocalDate startsOn, LocalDate decisionOn, int days) {

    /** By so much later its day lies after the decision for which it was told: then another decision comes. */
    private static final int ANOTHER_DECISION_DAYS = 28;

    /** Whether who was told this one need not be told the other: both are of one term, whose dates were corrected. */
    boolean standsFor(Milestone other) {
        return days == other.days
                && isOfTermOf(other)
                && other.dueOn().isBefore(decisionOn.plusDays(ANOTHER_DECISION_DAYS));
    }

    /** Two terms of a contract follow each other; those that overlap are one, corrected. */
    private boolean isOfTermOf(Milestone other) {
        return startsOn.equals(other.startsOn)
                || (!startsOn.isAfter(other.decisionOn) && !other.startsOn.isAfter(decisionOn));
    }

    /** The day on which it is to be told. */
    public LocalDate dueOn() {
        return decisionOn.minusDays(days);
    }
}
