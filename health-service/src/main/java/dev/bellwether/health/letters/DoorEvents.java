package dev.bellwether.health.letters;

import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Judges events that the door for CloudEvents refused once more, as it would judge them today.
 *
 * @param futureTolerance how far ahead of the clock a fact may lie
 */
record DoorEvents(Duration futureTolerance) {

    /** The record that the door would have made of the letter's event, or what is wrong with it. */
    Reading<ProducerRecord<String, byte[]>> read(Letter letter, Instant now) {
        return switch (StructuredEvent.read(letter.value())) {
            case Reading.Refused<StructuredEvent>(var problems) -> new Reading.Refused<>(problems);
            case Reading.Understood<StructuredEvent>(StructuredEvent event) -> read(event, letter.arrivedAt(), now);
        };
    }

    private Reading<ProducerRecord<String, byte[]>> read(StructuredEvent event, Instant arrivedAt, Instant now) {
        if (!isJson(event.attributes().getOrDefault("datacontenttype", Envelope.CONTENT_TYPE))) {
            return Reading.refused("/datacontenttype", "must be application/json");
        }
        return switch (Attributes.read(event.attributes()::get, arrivedAt, event.data())) {
            case Reading.Refused<Envelope>(var problems) -> new Reading.Refused<>(problems);
            case Reading.Understood<Envelope>(Envelope envelope) -> read(envelope, now);
        };
    }

    private Reading<ProducerRecord<String, byte[]>> read(Envelope envelope, Instant now) {
        EventType type = EventType.named(envelope.type());
        if (type == null || !Topic.INBOUND.contains(type.topic())) {
            return Reading.refused("/type", "is no type of fact: " + envelope.type());
        }
        if (envelope.time().isAfter(now.plus(futureTolerance))) {
            return Reading.refused(
                    "/time", "is still more than " + futureTolerance.toMinutes() + " minutes in the future");
        }
        if (envelope.data().length == 0) {
            return Reading.refused("/data", "is required: a JSON object");
        }
        return switch (Codec.readFact(envelope)) {
            case Reading.Refused<Fact>(List<Problem> problems) -> new Reading.Refused<>(inData(problems));
            case Reading.Understood<Fact> fact -> new Reading.Understood<>(Records.write(envelope));
        };
    }

    private static List<Problem> inData(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem("/data" + problem.pointer(), problem.detail()))
                .toList();
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }
}
