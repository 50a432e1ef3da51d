package dev.bellwether.health.score.feed;

import java.time.Duration;
import java.time.Instant;

/** The time between an arrival and the next. */
public record Gap(Instant from, Instant to) {

    public Gap {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a gap cannot last from " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
