package dev.bellwether.alert.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}, which names a number of seconds or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * As a number of seconds, wherever it names a date.
     *
     * @param date when the other side says that it answered; a date is reckoned from there, since clocks differ
     */
    static @Nullable String inSeconds(@Nullable String retryAfter, @Nullable String date, InstantSource clock) {
        @Nullable Instant until = instant(retryAfter);
        if (until == null) {
            return retryAfter;
        }
        @Nullable Instant said = instant(date);
        Duration pause = Duration.between(said == null ? clock.instant() : said, until);
        return String.valueOf(Math.max(0, pause.toSeconds()));
    }

    private static @Nullable Instant instant(@Nullable String date) {
        try {
            return date == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
