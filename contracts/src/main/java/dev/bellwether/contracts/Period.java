package dev.bellwether.contracts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of one term, both included.
 *
 * @throws IllegalArgumentException when it would end before it starts
 */
public record Period(LocalDate startsOn, LocalDate endsOn) {

    public Period {
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("a term from " + startsOn + " cannot end on " + endsOn);
        }
    }

    /** How many days the term has, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
    }

    /**
     * The term of the same length that begins the day after this one ends: the same number of months when this one is
     * whole months long, else the same number of days. Whole months end on the day before the day of the month on
     * which they began, or, where a month is too short to have that day, on its last.
     */
    public Period next() {
        LocalDate start = endsOn.plusDays(1);
        long months = wholeMonths();
        LocalDate end = months > 0 ? start.plusMonths(months).minusDays(1) : start.plusDays(days() - 1);
        return new Period(start, end);
    }

    /** 0 when the term is not whole months long. */
    private long wholeMonths() {
        LocalDate dayAfter = endsOn.plusDays(1);
        long months = ChronoUnit.MONTHS.between(startsOn, dayAfter);
        LocalDate sameDay = startsOn.plusMonths(months);
        boolean monthTooShort = sameDay.getDayOfMonth() < startsOn.getDayOfMonth();
        return sameDay.equals(dayAfter) || (monthTooShort && sameDay.equals(endsOn)) ? months : 0;
    }
}
