package dev.bellwether.ingest.segment.call;

import dev.bellwether.ingest.moment.LenientTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a call happened, by the sender's clock and corrected for what that clock is off. */
final class Moment {

    /** Below this the difference is the way of the request, not a wrong clock: the sender's time is kept exactly. */
    private static final Duration TRAVEL = Duration.ofSeconds(5);

    private Moment() {}

    /** {@code receivedAt − (sentAt − timestamp)}; the timestamp itself without sentAt; receivedAt without both. */
    static Instant of(@Nullable Instant timestamp, @Nullable Instant sentAt, Instant receivedAt) {
        if (timestamp == null) {
            return receivedAt;
        }
        if (sentAt == null) {
            return timestamp;
        }
        Duration off = Duration.between(sentAt, receivedAt);
        return off.abs().compareTo(TRAVEL) < 0 ? timestamp : timestamp.plus(off);
    }

    /** The instant, or null when the text is none between 1970 and 9999. */
    static @Nullable Instant parse(String text) {
        Instant quick = quick(text);
        return quick == null ? LenientTime.read(text, ZoneOffset.UTC) : quick;
    }

    /** What nearly all clients send, {@code 2026-03-31T09:30:00.000Z}, without the cost of a formatter. */
    private static @Nullable Instant quick(String text) {
        if (text.length() != 24
                || text.charAt(23) != 'Z'
                || text.charAt(10) != 'T'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(19) != '.') {
            return null;
        }
        int year = digits(text, 0, 4);
        int millis = digits(text, 20, 23);
        if (year < 1970 || millis < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            year,
                            digits(text, 5, 7),
                            digits(text, 8, 10),
                            digits(text, 11, 13),
                            digits(text, 14, 16),
                            digits(text, 17, 19),
                            millis * 1_000_000)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) { // month 13, or no digits, which read as -1
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
