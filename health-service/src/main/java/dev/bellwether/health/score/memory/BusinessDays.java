package dev.bellwether.health.score.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days of the business time zone; a day is counted as days since 1970-01-01 where many are handled. */
public record BusinessDays(ZoneId zone) {

    private static final int SECONDS_A_DAY = 86_400;

    /** The day on which the instant falls, as days since 1970-01-01. */
    public long dayOf(Instant at) {
        long localSecond = at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds();
        return Math.floorDiv(localSecond, SECONDS_A_DAY);
    }

    /** The day on which the instant falls. */
    public LocalDate dateOf(Instant at) {
        return LocalDate.ofEpochDay(dayOf(at));
    }

    /** The first instant that is no longer of the day. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether the instant falls on one of the {@code length} days that end with {@code last}. */
    public boolean isWithin(Instant at, LocalDate last, int length) {
        long ago = last.toEpochDay() - dayOf(at);
        return 0 <= ago && ago < length;
    }
}
