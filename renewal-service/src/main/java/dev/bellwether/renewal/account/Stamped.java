package dev.bellwether.renewal.account;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.EventIds;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A word, with when and by which event it was said. Of two the newer counts, on equal instants that of the larger event
 * id, so that order of arrival and repetition change nothing.
 *
 * @param at to the microsecond, as it is kept
 */
@Embeddable
record Stamped(String text, Instant at, String eventId) {

    /** The word that counts; one left unsaid keeps what is known. */
    static @Nullable Stamped newer(@Nullable Stamped known, @Nullable String said, Event event) {
        if (said == null) {
            return known;
        }
        Stamped fresh = new Stamped(said, event.occurredAt(), event.id());
        return known == null || known.isOlderThan(fresh.at, fresh.eventId) ? fresh : known;
    }

    private boolean isOlderThan(Instant otherAt, String otherEventId) {
        return EventIds.isOlder(at, eventId, otherAt, otherEventId);
    }
}
