package dev.bellwether.ingest.webhook.seal;

import dev.bellwether.ingest.moment.Since1970;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far the time that was signed may lie from the clock, in both directions: what was recorded is worth nothing later.
 */
public record Window(Duration width) {

    /** Reads seconds or milliseconds since 1970, or an ISO 8601 instant; false for anything else. */
    boolean contains(@Nullable String timestamp, Instant now) {
        Instant signedAt = timestamp == null ? null : read(timestamp.strip());
        return signedAt != null && Duration.between(signedAt, now).abs().compareTo(width) <= 0;
    }

    private static @Nullable Instant read(String text) {
        try {
            if (!text.isEmpty() && text.length() <= 15 && text.chars().allMatch(Character::isDigit)) {
                return Since1970.instant(Long.parseLong(text));
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) { // digits of another script, or no instant
            return null;
        }
    }
}
