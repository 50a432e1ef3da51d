package dev.bellwether.alert.message;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of a summary or digest.
 *
 * @param money what is at stake in minor units by currency; currencies are never added up
 * @param heldBack why it was not told by itself, in words; empty when it was
 * @param event the newest that is known of it
 */
public record Entry(
        UUID alert, Change change, Severity severity, Map<String, Long> money, Optional<String> heldBack, Event event) {

    public Entry {
        money = Map.copyOf(money);
    }

    /** The same under another id. */
    public Entry under(UUID other) {
        return new Entry(other, change, severity, money, heldBack, event);
    }

    /** What happened. */
    public enum Change {
        RAISED,
        ESCALATED,
        CLEARED,
        RENEWAL,
        /** Nothing new, but it still stands. */
        STANDING
    }
}
