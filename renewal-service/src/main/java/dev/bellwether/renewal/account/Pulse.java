package dev.bellwether.renewal.account;

import dev.bellwether.contracts.EventIds;
import dev.bellwether.contracts.PulseTaken;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer success manager's opinion of an account; the newer event counts, the larger id on a tie.
 *
 * @param opinion 1 (leaving) … 5 (safe)
 * @param at to the microsecond, as it is kept
 */
@Embeddable
public record Pulse(
        @Column(name = "pulse") int opinion,
        @Column(name = "pulse_author") @Nullable String author,
        @Column(name = "pulse_at") Instant at,
        @Column(name = "pulse_event") String eventId) {

    static Pulse newer(@Nullable Pulse known, PulseTaken event) {
        Instant at = event.occurredAt();
        Pulse fresh = new Pulse(event.opinion(), event.author(), at, event.id());
        return known == null || known.isOlderThan(fresh) ? fresh : known;
    }

    private boolean isOlderThan(Pulse other) {
        return EventIds.isOlder(at, eventId, other.at, other.eventId);
    }
}
