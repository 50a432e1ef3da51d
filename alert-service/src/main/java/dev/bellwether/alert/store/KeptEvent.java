package dev.bellwether.alert.store;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Reading;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An event in its wire form, kept with what it led to: nobody is asked later what it meant. */
@Embeddable
public class KeptEvent {

    private String eventId = "";
    private String eventType = "";
    private Instant eventAt = Instant.EPOCH;
    private byte[] eventData = {};

    /** For Hibernate. */
    protected KeptEvent() {}

    /** Stands in a row until Hibernate or its maker fills it. */
    public static KeptEvent nothing() {
        return new KeptEvent();
    }

    public static KeptEvent of(Event event) {
        Envelope envelope = Codec.write(event, "/bellwether/alert");
        KeptEvent kept = new KeptEvent();
        kept.eventId = envelope.id();
        kept.eventType = envelope.type();
        kept.eventAt = envelope.time().truncatedTo(ChronoUnit.MICROS);
        kept.eventData = envelope.data();
        return kept;
    }

    public String id() {
        return eventId;
    }

    /** To the microsecond. */
    public Instant at() {
        return eventAt;
    }

    /** The event as it came; empty when a later version of the contract no longer reads it. */
    public Optional<Event> readable(String accountId) {
        return switch (read(accountId)) {
            case Reading.Understood<Event>(Event event) -> Optional.of(event);
            case Reading.Refused<Event> refused -> Optional.empty();
        };
    }

    /**
     * The event as it came.
     *
     * @throws IllegalStateException when a later version of the contract no longer reads it
     */
    public Event event(String accountId) {
        return switch (read(accountId)) {
            case Reading.Understood<Event>(Event event) -> event;
            case Reading.Refused<Event> refused ->
                throw new IllegalStateException(
                        "kept event " + eventId + " is not read any more: " + refused.problems());
        };
    }

    private Reading<Event> read(String accountId) {
        return Codec.read(new Envelope(eventId, "/bellwether/alert", eventType, accountId, eventAt, eventData));
    }
}
