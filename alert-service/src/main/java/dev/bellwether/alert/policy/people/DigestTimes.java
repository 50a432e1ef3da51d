package dev.bellwether.alert.policy.people;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When a person gets their digests, in their own zone.
 *
 * @param at on every day on which the person works
 * @param weekly the day of the weekly one; empty: none
 */
public record DigestTimes(LocalTime at, Optional<DayOfWeek> weekly) {

    /** At eight, the weekly one on Mondays. */
    public static final DigestTimes USUAL = new DigestTimes(LocalTime.of(8, 0), Optional.of(DayOfWeek.MONDAY));
}
