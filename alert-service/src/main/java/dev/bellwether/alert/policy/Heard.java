package dev.bellwether.alert.policy;

import java.util.Set;

/**
 * What people have heard of an alert's thread so far.
 *
 * @param told channels on which a message was sent or may have arrived, or is on its way and cannot be stopped
 * @param pending channels on which a message waits, for its turn or for another attempt, and can still be withdrawn
 */
public record Heard(Set<Channel> told, Set<Channel> pending) {

    public static final Heard NOTHING = new Heard(Set.of(), Set.of());

    public Heard {
        told = Set.copyOf(told);
        pending = Set.copyOf(pending);
    }
}
