package dev.bellwether.contracts;

import java.time.Instant;

/**
 * What every event says of itself: its id (the same id twice is one event), the account it belongs to, and when it
 * happened.
 *
 * @throws IllegalArgumentException when an id is blank
 */
public record Occurrence(String id, String accountId, Instant at) {

    public Occurrence {
        if (id.isBlank() || accountId.isBlank()) {
            throw new IllegalArgumentException("blank id in event '" + id + "' of account '" + accountId + "'");
        }
    }
}
