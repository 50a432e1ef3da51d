package dev.bellwether.renewal.forecast;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quarter of a calendar year, such as 2026-Q4. */
public record Quarter(int year, int number) {

    private static final Pattern WORD = Pattern.compile("(20\\d\\d)-Q([1-4])");

    /** The quarter that is written so, if there is one. */
    public static Optional<Quarter> of(String word) {
        Matcher matcher = WORD.matcher(word);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The quarter in which the day lies. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public LocalDate from() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    public LocalDate to() {
        return from().plusMonths(3).minusDays(1);
    }

    Quarter next() {
        return of(to().plusDays(1));
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
