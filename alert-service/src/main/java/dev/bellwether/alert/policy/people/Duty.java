package dev.bellwether.alert.policy.people;

import java.util.List;

/**
 * Who answers for somebody's accounts at a moment.
 *
 * @param standsInFor those who are away, the one asked for first; empty when that one is there
 */
public record Duty(Person person, List<String> standsInFor) {

    public Duty {
        standsInFor = List.copyOf(standsInFor);
    }
}
