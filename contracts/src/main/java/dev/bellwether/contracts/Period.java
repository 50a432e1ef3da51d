package dev.bellwether.contracts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of one term, both included.
 *
 * @throws IllegalArgumentException when it would end before it starts
 */
public record Period(LocalDate startsOn, LocalDate endsOn) {

    private static final int HARDLY_LATER_DAYS = 27;

    public Period {
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("a term from " + startsOn + " cannot end on " + endsOn);
        }
    }

    /** How many days the term has, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
    }

    /** The term of the same length that begins the day after this one ends. */
    public Period next() {
        return repeated(1);
    }

    /**
     * The term that follows after so many of the same length, counted from this one so that no length drifts: the same
     * number of months when this one is whole months long, else the same number of days. Whole months begin on the day of
     * the month on which this term began; where a month is too short to have that day they begin on its last day, or on
     * the day after it when this term ended on a short month's last day.
     *
     * @param times 0 is this term
     */
    public Period repeated(long times) {
        return new Period(start(times), start(times + 1).minusDays(1));
    }

    /**
     * Whether that is a next term and not this one with other dates: it ends later, and begins four weeks later at least
     * or after this one ended.
     */
    public boolean isFollowedBy(Period other) {
        boolean hardlyLater = !other.startsOn.isAfter(startsOn.plusDays(HARDLY_LATER_DAYS));
        return other.endsOn.isAfter(endsOn) && (!hardlyLater || other.startsOn.isAfter(endsOn));
    }

    private LocalDate start(long times) {
        long months = wholeMonths();
        if (months == 0) {
            return startsOn.plusDays(days() * times);
        }
        LocalDate start = startsOn.plusMonths(months * times);
        boolean tooShort = start.getDayOfMonth() < startsOn.getDayOfMonth();
        return tooShort && endsWithShortMonth(months) ? start.plusDays(1) : start;
    }

    /** How many months the term has; 0 when it is not whole months long. */
    public long wholeMonths() {
        LocalDate dayAfter = endsOn.plusDays(1);
        long least = ChronoUnit.MONTHS.between(startsOn, dayAfter);
        // from the 31st of January to the 28th of February no month has passed, and yet it is one
        for (long months = Math.max(1, least); months <= least + 1; months++) {
            if (startsOn.plusMonths(months).equals(dayAfter) || endsWithShortMonth(months)) {
                return months;
            }
        }
        return 0;
    }

    private boolean endsWithShortMonth(long months) {
        LocalDate sameDay = startsOn.plusMonths(months);
        return sameDay.getDayOfMonth() < startsOn.getDayOfMonth() && sameDay.equals(endsOn);
    }
}
