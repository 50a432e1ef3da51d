package dev.bellwether.renewal.api;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as callers write them. */
final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /**
     * The day that is written yyyy-mm-dd.
     *
     * @throws DateTimeException when it is none, or none of the years 1900 to 9999, as of contracts: others are slips of the
     *     pen, and the database cannot keep all of them
     */
    static LocalDate of(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("not of the years " + FIRST_YEAR + " to " + LAST_YEAR + ": " + text);
        }
        return day;
    }
}
