package dev.bellwether.ingest.csv.row;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a file writes days, and with letters for times what else of a time stands with them. */
public final class DayPattern {

    /** What is to be said of a text that is none. */
    public static final String DETAIL =
            "must be a pattern like dd.MM.yyyy or M/d/yyyy[ h:mm a]: d is the day, M the month,"
                    + " y the year, H the hour, or h with a for AM and PM, m the minute, s the second, and [ ] what may be missing";

    private static final Pattern LETTERS = Pattern.compile("[dMyHhmsSa\\[\\]\\P{Alpha}&&[^'{}#]]{1,40}");
    private static final Pattern TIME = Pattern.compile("[HhmsSa]");
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 3, 31, 9, 30);

    private final String text;
    private final DateTimeFormatter format;

    /**
     * @throws DateTimeException when it is none by which a day can be known
     */
    public DayPattern(String text) {
        this.text = text;
        this.format = format(text);
        String expected = TIME.matcher(text).find()
                ? EXAMPLE.toString()
                : EXAMPLE.toLocalDate().toString();
        if (!expected.equals(plain(format.format(EXAMPLE)))) {
            throw new DateTimeException("tells no day, or half a time: " + text);
        }
    }

    private static DateTimeFormatter format(String text) {
        if (!LETTERS.matcher(text).matches()) {
            throw new DateTimeException("has other letters: " + text);
        }
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(text.replace('y', 'u'))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new DateTimeException("cannot be read: " + text, e);
        }
    }

    /**
     * The same in ISO 8601, with what follows the pattern as it stands; null when the text does not begin with such a day.
     */
    @Nullable
    String plain(String written) {
        ParsePosition end = new ParsePosition(0);
        try {
            TemporalAccessor read = format.parse(written, end);
            LocalTime time = read.query(TemporalQueries.localTime());
            return LocalDate.from(read) + (time == null ? "" : "T" + time) + written.substring(end.getIndex());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day in ISO 8601, without the time that the pattern may have; null when the text is not the pattern as a whole. */
    @Nullable
    String day(String written) {
        try {
            return LocalDate.parse(written, format).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    String detail() {
        return "must be a day like " + format.format(EXAMPLE) + ", as dates=" + text + " says";
    }

    @Override
    public String toString() {
        return text;
    }
}
