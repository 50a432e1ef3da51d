package dev.bellwether.contracts;

import java.time.Instant;
import java.util.Comparator;

/** Anything that is said on Kafka: a fact from outside, or what a service announces. */
public sealed interface Event permits Fact, HealthEvent, RenewalEvent {

    /** By when they happened; of two of the same instant the one with the larger id is the newer. */
    Comparator<Event> OLDEST_FIRST = Comparator.comparing(Event::occurredAt).thenComparing(Event::id, EventIds.ORDER);

    Occurrence occurrence();

    /** The event's id; unique for ever, a repeat is the same event. */
    default String id() {
        return occurrence().id();
    }

    /** The account the event belongs to; also the key of its Kafka record. */
    default String accountId() {
        return occurrence().accountId();
    }

    default Instant occurredAt() {
        return occurrence().at();
    }
}
