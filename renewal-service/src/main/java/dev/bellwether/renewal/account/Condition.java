package dev.bellwether.renewal.account;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.EventIds;
import dev.bellwether.contracts.HealthEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Score and band of an account as the health-service last told them; the newer event counts, the larger id on a tie.
 *
 * @param score 0 … 100; null while no signal is present
 * @param at to the microsecond, as it is kept
 */
@Embeddable
public record Condition(
        @Nullable @Column(name = "score") BigDecimal score,
        @Column(name = "band") @Enumerated(EnumType.STRING) Band band,
        @Column(name = "health_at") Instant at,
        @Column(name = "health_event") String eventId) {

    static Condition newer(@Nullable Condition known, HealthEvent event) {
        Condition fresh =
                new Condition(event.account().score(), event.account().band(), event.occurredAt(), event.id());
        return known == null || known.isOlderThan(fresh) ? fresh : known;
    }

    private boolean isOlderThan(Condition other) {
        return EventIds.isOlder(at, eventId, other.at, other.eventId);
    }
}
