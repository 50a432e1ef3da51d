package dev.bellwether.renewal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Reading;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A version of a contract in its wire form, as it came. */
@Entity
@Immutable
@Table(name = "contract_fact")
@IdClass(ContractFactRow.Key.class)
class ContractFactRow {

    /** The same event id twice is one fact. */
    record Key(String accountId, String eventId) {}

    private static final String SOURCE = "/bellwether/renewal-service";

    @Id
    @Column(name = "account_id")
    String accountId = "";

    @Id
    @Column(name = "event_id")
    String eventId = "";

    @Column(name = "contract_id")
    String contractId = "";

    @Column(name = "occurred_at")
    Instant occurredAt = Instant.EPOCH;

    @Column(name = "data")
    String data = "";

    static String data(ContractChanged version) {
        return new String(Codec.write(version, SOURCE).data(), UTF_8);
    }

    /** The version as it came, as the codec reads it today. */
    Reading<Event> read() {
        return Codec.read(new Envelope(
                eventId, SOURCE, EventType.CONTRACT.typeName(), accountId, occurredAt, data.getBytes(UTF_8)));
    }
}
