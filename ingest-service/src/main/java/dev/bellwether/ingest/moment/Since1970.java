package dev.bellwether.ingest.moment;

import java.time.Instant;

/** Numbers that count since 1970, in seconds or in milliseconds: their size tells which. */
public final class Since1970 {

    /** Seconds reach it in the year 5138, milliseconds had it in 1973. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    private Since1970() {}

    public static Instant instant(long number) {
        return number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
