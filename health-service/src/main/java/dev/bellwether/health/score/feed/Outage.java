package dev.bellwether.health.score.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a feed fell silent.
 *
 * @param from the last arrival before it
 * @param to the first arrival after it; null while it lasts
 */
public record Outage(Feed feed, Instant from, @Nullable Instant to) {

    public Outage {
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "an outage of " + feed.json() + " cannot last from " + from + " to " + to);
        }
    }

    public boolean isOpen() {
        return to == null;
    }
}
