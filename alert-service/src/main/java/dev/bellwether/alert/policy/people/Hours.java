package dev.bellwether.alert.policy.people;

import java.time.LocalTime;

/**
 * When somebody works on a day.
 *
 * @param until exclusive; midnight means the end of the day
 * @throws IllegalArgumentException when it ends before it begins
 */
public record Hours(LocalTime from, LocalTime until) {

    public Hours {
        if (!until.equals(LocalTime.MIDNIGHT) && !until.isAfter(from)) {
            throw new IllegalArgumentException("work from " + from + " until " + until + " ends before it begins");
        }
    }

    boolean holds(LocalTime time) {
        return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
}
