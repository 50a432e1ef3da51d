package dev.bellwether.alert.delivery;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told on one channel.
 *
 * @param thread id of the alert whose first message this one answers; the alert's own for a first message
 * @param revision counts what is told of an alert, from 1
 * @param recipient e-mail address of the person it is for
 * @param event a snapshot: everything that is said comes from it
 */
public record Message(UUID alert, UUID thread, int revision, String recipient, Event event) {

    /** The account's owner as the event knew him, null while there was none. */
    public @Nullable String owner() {
        return switch (event) {
            case HealthEvent e -> e.account().owner();
            case RenewalEvent e -> e.account().owner();
            case Fact e -> throw new IllegalArgumentException("a fact is for nobody: " + e.id());
        };
    }

    /** Whether nothing was told before in its thread. */
    public boolean first() {
        return alert.equals(thread) && revision == 1;
    }
}
