package dev.bellwether.alert.policy.people;

import java.time.LocalDate;

/**
 * Days on which somebody is away, both inclusive.
 *
 * @throws IllegalArgumentException when it ends before it begins
 */
public record Absence(LocalDate from, LocalDate until) {

    public Absence {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("absence from " + from + " until " + until + " ends before it begins");
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
