package dev.bellwether.alert.policy.people;

import java.util.List;

/**
 * Who answers for somebody's accounts at a moment.
 *
 * @param person the one asked for when nobody is there
 * @param standsInFor those who are away, the one asked for first; empty when that one is there, or nobody
 * @param there whether the person is not away
 */
public record Duty(Person person, List<String> standsInFor, boolean there) {

    public Duty {
        standsInFor = List.copyOf(standsInFor);
    }
}
