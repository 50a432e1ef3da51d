package dev.bellwether.ingest.csv.row;

import dev.bellwether.ingest.moment.LenientTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes what it says, as far as its sender told: nothing of it is guessed but the delimiter.
 *
 * @param zone in which times without an offset are meant, and days begin
 * @param delimiter between cells; null for the one that the first line tells
 * @param decimals null for numbers like 1234.50, without marks between thousands
 * @param days null for days like 2026-03-31
 */
public record Spelling(
        ZoneId zone,
        @Nullable Character delimiter,
        @Nullable Decimals decimals,
        @Nullable DayPattern days) {

    /** Of a sender who told nothing. */
    public static final Spelling PLAIN = new Spelling(ZoneOffset.UTC, null, null, null);

    /** What is to be said of a value that is no {@link #instant}. */
    public static final String INSTANT =
            "must be a time like 2026-03-31T09:30:00Z or 2026-03-31 09:30, or a day like 2026-03-31";

    private static final Pattern ANOTHER_DAY = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b.*");
    private static final Pattern ANOTHER_NUMBER = Pattern.compile("[+-]?[\\d. \\u00A0\\u202F'’]*,\\d+");

    /** Whether every value already is as one would write it of whom nothing is told. */
    boolean isPlain() {
        return decimals == null && days == null;
    }

    /**
     * The value as one would be written of whom nothing is told.
     *
     * @throws IllegalArgumentException when it is not written as was told; the message completes a sentence
     */
    String plain(Column column, String value) {
        if (days != null && column.form().isTime()) {
            return orElse(column.form() == Form.DAY ? days.day(value) : time(days, value), days.detail());
        }
        return decimals != null && column.form().isNumber() ? orElse(decimals.plain(value), decimals.detail()) : value;
    }

    /** The instant that a plain value is, or null when it is none between 1970 and 9999. */
    @Nullable
    Instant instant(String plain) {
        return LenientTime.read(plain, zone);
    }

    /** What could have been told, behind what is wrong with a value; empty when nothing. */
    String hint(Column column, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (days == null && column.form().isTime() && ANOTHER_DAY.matcher(value).matches()) {
            return "; if all days are written so, say it: dates=dd.MM.yyyy";
        }
        boolean number = decimals == null && column.form().isNumber();
        return number && ANOTHER_NUMBER.matcher(value).matches()
                ? "; if all numbers have a decimal comma, say it: decimal=comma"
                : "";
    }

    private @Nullable String time(DayPattern days, String value) {
        String plain = days.plain(value);
        return plain == null || instant(plain) == null ? null : plain;
    }

    private static String orElse(@Nullable String plain, String detail) {
        if (plain == null) {
            throw new IllegalArgumentException(detail);
        }
        return plain;
    }
}
