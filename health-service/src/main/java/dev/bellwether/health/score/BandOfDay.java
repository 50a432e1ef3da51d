package dev.bellwether.health.score;

import dev.bellwether.contracts.Band;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * The band of a day when none is remembered: it follows from the bands of the days before, looked at one by one only as
 * far back as they matter and are not known yet.
 */
public final class BandOfDay {

    private BandOfDay() {}

    /**
     * The band that a look at the end of every day since the account's first fact would have led to.
     *
     * @param health of the day
     * @param earlier the health as of the end of an earlier day; without score before the first fact. Asked day by day, the
     *     latest first
     * @param trail what is known of days, true; the days that were looked at are added
     */
    public static Band of(LocalDate day, Health health, Function<LocalDate, Health> earlier, BandTrail trail) {
        Deque<Health> undecided = new ArrayDeque<>();
        Health at = health;
        LocalDate on = day;
        Band band = trail.of(on);
        while (band == null && !at.isBandDecided()) {
            undecided.push(at);
            on = on.minusDays(1);
            band = trail.of(on);
            at = band == null ? earlier.apply(on) : at;
        }
        if (band == null) {
            band = at.band(Band.UNKNOWN);
            trail.put(on, band);
        }
        for (Health next : undecided) {
            on = on.plusDays(1);
            band = next.band(band);
            trail.put(on, band);
        }
        return band;
    }
}
