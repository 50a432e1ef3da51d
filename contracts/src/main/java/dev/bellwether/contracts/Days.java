package dev.bellwether.contracts;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Days as people and systems write them. Up to the year 9999, which some systems say for "never ends"; what lies before
 * 1900 is another system's null. Beyond them a day is a slip of the pen, and would have to be counted up to day by day.
 */
public final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /**
     * The day that is written yyyy-mm-dd.
     *
     * @throws DateTimeException when it is none, or not usable
     */
    public static LocalDate of(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!isUsable(day)) {
            throw new DateTimeException("not of the years " + FIRST_YEAR + " to " + LAST_YEAR + ": " + text);
        }
        return day;
    }

    /** Whether it is of the years 1900 to 9999. */
    public static boolean isUsable(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
