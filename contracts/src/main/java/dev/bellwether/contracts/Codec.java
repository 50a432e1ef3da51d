package dev.bellwether.contracts;

import java.util.function.Consumer;

/** The one translation between events and their CloudEvents form. Reading never throws: it answers with the problems. */
public final class Codec {

    private Codec() {}

    /** The event as a CloudEvent of that source (a URI reference that names the producer). */
    public static Envelope write(Event event, String source) {
        return new Envelope(
                event.id(),
                source,
                EventType.of(event).typeName(),
                event.accountId(),
                event.occurredAt(),
                Json.document(fields(event)));
    }

    /** Reads any event of ours. Unknown fields are ignored, an unknown type is refused. */
    public static Reading<Event> read(Envelope envelope) {
        EventType type = EventType.named(envelope.type());
        if (type == null) {
            return Reading.refused("/type", "is not a type Bellwether knows: " + envelope.type());
        }
        Occurrence occurrence = new Occurrence(envelope.id(), envelope.subject(), envelope.time());
        return Fields.document(envelope.data(), fields -> type.read(occurrence, fields));
    }

    /** Reads a fact; an announcement of our own services is refused. */
    public static Reading<Fact> readFact(Envelope envelope) {
        return switch (read(envelope)) {
            case Reading.Refused<Event> refused -> new Reading.Refused<>(refused.problems());
            case Reading.Understood<Event>(Fact fact) -> new Reading.Understood<>(fact);
            case Reading.Understood<Event> other ->
                Reading.refused("/type", "is not a type of fact: " + envelope.type());
        };
    }

    private static Consumer<Json> fields(Event event) {
        return switch (event) {
            case UsageRecorded e -> e::write;
            case UserDescribed e -> e::write;
            case AccountDescribed e -> e::write;
            case InvoiceChanged e -> e::write;
            case PaymentFailed e -> e::write;
            case TicketChanged e -> e::write;
            case SurveyAnswered e -> e::write;
            case Mentioned e -> e::write;
            case PulseTaken e -> e::write;
            case ContractChanged e -> e::write;
            case ScoreChanged e -> e::write;
            case FlagRaised e -> e::write;
            case FlagEscalated e -> e::write;
            case FlagCleared e -> e::write;
            case RenewalDue e -> e::write;
            case RenewalDisputed e -> e::write;
            case TermLapsed e -> e::write;
            case TermRenewed e -> e::write;
            case AccountChurned e -> e::write;
        };
    }
}
