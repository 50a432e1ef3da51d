package dev.bellwether.alert.delivery;

import dev.bellwether.contracts.Event;
import java.util.UUID;

/**
 * What one person is told on one channel.
 *
 * @param thread id of the alert whose first message this one answers; the alert's own for a first message
 * @param revision counts what is told of an alert, from 1
 * @param recipient e-mail address of the person it is for
 * @param event a snapshot: everything that is said comes from it
 */
public record Message(UUID alert, UUID thread, int revision, String recipient, Event event) {

    /** Whether nothing was told before in its thread. */
    public boolean first() {
        return alert.equals(thread) && revision == 1;
    }
}
