package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.ingest.moment.LenientTime;
import dev.bellwether.ingest.moment.Since1970;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times and days as senders write them: ISO 8601, eight digits that are a day, and seconds or milliseconds since 1970. Other
 * numbers are none: seconds before the year 2000, or milliseconds after 2286, were meant as something else.
 */
final class Moments {

    /** Seconds from 2000-01-01 on, and milliseconds, with a fraction or without. */
    private static final Pattern SINCE_1970 = Pattern.compile("\\d{9,13}(\\.\\d{1,9})?");

    private static final long FIRST_SECOND = 946_684_800L;

    private static final Pattern BASIC_DAY = Pattern.compile("\\d{8}");

    /** A number, or a time with an offset of zero. */
    private static final Pattern UTC = Pattern.compile("^[0-9.]+$|([zZ]|[+-]00(:?00)?)$");

    private Moments() {}

    /** The instant, or null when the value is none. */
    static @Nullable Instant instant(JsonNode value) {
        String text = value.asText().strip();
        if (BASIC_DAY.matcher(text).matches()) {
            LocalDate day = basicDay(text);
            return day == null || day.getYear() < 1970
                    ? null
                    : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (SINCE_1970.matcher(text).matches()) {
            long number = Long.parseLong(text.replaceFirst("\\..*", ""));
            return number < FIRST_SECOND ? null : Since1970.instant(number);
        }
        return LenientTime.read(text, ZoneOffset.UTC);
    }

    /** What the basic form of ISO 8601 says, with which ERPs write days. */
    private static @Nullable LocalDate basicDay(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The day, or null when the value is none. An instant with an offset of its own, or with none, is on the day that it
     * names; one in UTC, or a number, is on the day of the zone.
     */
    static @Nullable LocalDate day(JsonNode value, ZoneId zone) {
        String text = value.asText().strip();
        if (BASIC_DAY.matcher(text).matches()) {
            return basicDay(text);
        }
        Instant instant = isInUtc(text) ? instant(value) : null;
        if (instant != null) {
            return LocalDate.ofInstant(instant, zone);
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isInUtc(String text) {
        return UTC.matcher(text).find();
    }

    /** Text of that form in ISO 8601, or null when it is not of that form. */
    static @Nullable String rewritten(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor parsed = format.parse(text.strip());
            LocalDate date = LocalDate.from(parsed);
            if (parsed.query(TemporalQueries.localTime()) == null) {
                return date.toString();
            }
            ZoneId zone = parsed.query(TemporalQueries.zone());
            return OffsetDateTime.ofInstant(
                            LocalDateTime.from(parsed)
                                    .atZone(zone == null ? ZoneOffset.UTC : zone)
                                    .toInstant(),
                            ZoneOffset.UTC)
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
