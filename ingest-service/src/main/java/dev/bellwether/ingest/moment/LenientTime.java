package dev.bellwether.ingest.moment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ISO 8601 as programs and exports write it: a blank for the T, single-digit months, without seconds, with fractions of
 * them, offsets with and without a colon or none, or a day alone. No other day is guessed for one that is not in the
 * calendar.
 */
public final class LenientTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-M-d[['T'][' ']H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private LenientTime() {}

    /**
     * The instant, or null when the text is none between 1970 and 9999.
     *
     * @param zone in which a time without an offset is meant, and a day begins
     */
    public static @Nullable Instant read(String text, ZoneId zone) {
        try {
            TemporalAccessor parsed = FORMAT.parse(text.strip());
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            LocalDateTime local = LocalDateTime.from(parsed);
            return local.getYear() < 1970 || local.getYear() > 9999
                    ? null
                    : local.atZone(offset == null ? zone : offset).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
