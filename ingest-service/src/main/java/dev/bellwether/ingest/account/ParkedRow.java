package dev.bellwether.ingest.account;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.ingest.Door;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that waits; written by {@link Parking} in sets, read by query. */
@Entity(name = "Parked")
@Table(name = "parked")
class ParkedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long sequence;

    @Column(name = "user_id", nullable = false)
    String userId = "";

    @Column(name = "other_user_id")
    @Nullable
    String otherUserId;

    @Column(name = "event_id", nullable = false)
    String eventId = "";

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    Door door = Door.SEGMENT;

    @Column(nullable = false)
    String source = "";

    @Column(nullable = false)
    String type = "";

    @Column(name = "occurred_at", nullable = false)
    Instant occurredAt = Instant.EPOCH;

    @Column(nullable = false)
    byte[] data = {};

    @Column(nullable = false)
    byte[] original = {};

    @Column(name = "parked_at", nullable = false)
    Instant parkedAt = Instant.EPOCH;

    Envelope about(String account) {
        return new Envelope(eventId, source, type, account, occurredAt, data);
    }
}
