package dev.bellwether.health.score;

import dev.bellwether.contracts.Band;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The band of a day when none is remembered: it follows from the bands of the days before, looked at one by one only as
 * far back as they matter. A pure function of the facts.
 */
public final class BandOfDay {

    private BandOfDay() {}

    /**
     * The band that a look at the end of every day since the account's first fact would have led to.
     *
     * @param health of the day
     * @param earlier the health as of the end of an earlier day; without score before the first fact
     */
    public static Band of(LocalDate day, Health health, Function<LocalDate, Health> earlier) {
        Deque<Health> undecided = new ArrayDeque<>();
        Health at = health;
        for (LocalDate before = day.minusDays(1); !isDecided(at); before = before.minusDays(1)) {
            undecided.push(at);
            at = earlier.apply(before);
        }
        Band band = at.band(Band.UNKNOWN);
        for (Health next : undecided) {
            band = next.band(band);
        }
        return band;
    }

    /** Most scores lie between the thresholds, not within the two points of hysteresis above one. */
    private static boolean isDecided(Health health) {
        return Stream.of(Band.values()).map(health::band).distinct().count() == 1;
    }
}
