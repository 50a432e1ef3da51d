package dev.bellwether.contracts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every event says of itself: its id (the same id twice is one event), the account it belongs to, and when it
 * happened: to the microsecond, which is as exact as it can be stored, so that what was stored is the same as what came.
 *
 * @throws IllegalArgumentException when an id is blank
 */
public record Occurrence(String id, String accountId, Instant at) {

    public Occurrence {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (id.isBlank() || accountId.isBlank()) {
            throw new IllegalArgumentException("blank id in event '" + id + "' of account '" + accountId + "'");
        }
    }
}
