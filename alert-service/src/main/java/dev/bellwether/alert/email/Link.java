package dev.bellwether.alert.email;

import java.time.Instant;
import java.util.UUID;

/**
 * What a signed link says.
 *
 * @param alert nil where it is about no alert
 * @param email of the person to whom it was sent
 * @param until when it may be used
 */
record Link(Purpose purpose, UUID alert, String email, Instant until) {

    static final UUID NO_ALERT = new UUID(0, 0);

    boolean expired(Instant now) {
        return !now.isBefore(until);
    }
}
