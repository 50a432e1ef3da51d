package dev.bellwether.ingest.csv.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Times as exports write them: {@code 2026-03-31T09:30:00Z}, with any offset or none, with a blank for the T, without
 * seconds, or a day alone.
 *
 * @param zone in which a time without an offset is meant, and a day begins
 */
public record Moments(ZoneId zone) {

    public static final String DETAIL =
            "must be a time like 2026-03-31T09:30:00Z or 2026-03-31 09:30, or a day like 2026-03-31";

    private static final int DAY = "2026-03-31".length();
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    /** The instant, or null when the text is none or its year has not four digits from 1970 on. */
    public @Nullable Instant instant(String text) {
        try {
            ZonedDateTime time =
                    of(FORMAT.parseBest(blankForT(text), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            return time.getYear() < 1970 || time.getYear() > 9999 ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private ZonedDateTime of(TemporalAccessor parsed) {
        return switch (parsed) {
            case OffsetDateTime time -> time.toZonedDateTime();
            case LocalDateTime time -> time.atZone(zone);
            default -> LocalDate.from(parsed).atStartOfDay(zone);
        };
    }

    private static String blankForT(String text) {
        return text.length() > DAY && text.charAt(DAY) == ' '
                ? text.substring(0, DAY) + 'T' + text.substring(DAY + 1)
                : text;
    }
}
