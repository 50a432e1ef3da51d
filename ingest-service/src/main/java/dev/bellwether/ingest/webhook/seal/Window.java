package dev.bellwether.ingest.webhook.seal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far the time that was signed may lie from the clock, in both directions: what was recorded is worth nothing later.
 */
public record Window(Duration width) {

    /** Seconds since 1970 reach this number in the year 5138, milliseconds had it in 1973. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    /** Reads seconds or milliseconds since 1970, or an ISO 8601 instant; false for anything else. */
    boolean contains(@Nullable String timestamp, Instant now) {
        Instant signedAt = timestamp == null ? null : read(timestamp.strip());
        return signedAt != null && Duration.between(signedAt, now).abs().compareTo(width) <= 0;
    }

    private static @Nullable Instant read(String text) {
        try {
            if (!text.isEmpty() && text.length() <= 15 && text.chars().allMatch(Character::isDigit)) {
                long number = Long.parseLong(text);
                return number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) { // digits of another script, or no instant
            return null;
        }
    }
}
