package dev.bellwether.console.wording;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Days and times for people. */
public final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", Locale.ENGLISH);

    private Days() {}

    /** "14 Mar 2026". */
    public static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    /** The day that a text such as "2026-03-14" names, if it names one. */
    public static Optional<LocalDate> named(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            // any other text
            return Optional.empty();
        }
    }

    /** "14 Mar 2026, 15:09:26 UTC". */
    public static String inWords(ZonedDateTime time) {
        return TIME.format(time);
    }

    /** "today", "tomorrow", "in 23 days", "yesterday", "5 days ago". */
    public static String fromToday(LocalDate today, LocalDate day) {
        return fromToday(ChronoUnit.DAYS.between(today, day));
    }

    /** The same of a number of days, which is negative for the past. */
    public static String fromToday(long days) {
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        return days > 0 ? "in " + days + " days" : -days + " days ago";
    }

    /** "1 day", "9 days". */
    public static String count(long days) {
        return Numbers.counted(days, "day");
    }
}
