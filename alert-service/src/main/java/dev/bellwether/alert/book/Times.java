package dev.bellwether.alert.book;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as a native query answers them. */
public final class Times {

    private Times() {}

    public static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
