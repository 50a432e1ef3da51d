package dev.bellwether.ingest.csv.row;

import dev.bellwether.ingest.moment.LenientTime;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Times as exports write them.
 *
 * @param zone in which a time without an offset is meant, and a day begins
 */
public record Moments(ZoneId zone) {

    public static final String DETAIL =
            "must be a time like 2026-03-31T09:30:00Z or 2026-03-31 09:30, or a day like 2026-03-31";

    /** The instant, or null when the text is none between 1970 and 9999. */
    public @Nullable Instant instant(String text) {
        return LenientTime.read(text, zone);
    }
}
