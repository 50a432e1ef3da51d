package dev.bellwether.alert.policy;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import java.time.Duration;

/** The one entry: every announcement in, a decision with its reason out. */
public final class Policy {

    private Policy() {}

    /**
     * What the event leads to, given all that is known of its matter.
     *
     * @param coolDown how long after its end a flag that follows a figure comes back in silence
     * @throws IllegalArgumentException for a fact: facts are for the health-service
     */
    public static Decision decide(Past past, Event event, Duration coolDown) {
        return switch (event) {
            case HealthEvent e -> FlagPolicy.decide(past, e, coolDown);
            case RenewalEvent e -> RenewalPolicy.decide(past, e);
            case Fact e -> throw new IllegalArgumentException("a fact tells nobody anything: " + e.id());
        };
    }
}
