package dev.bellwether.renewal.intake;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Reading;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.Records;
import dev.bellwether.renewal.account.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What came of reading some records.
 *
 * @param ignored events of ours that say nothing to this service
 * @param refused records that are no events of ours
 */
record Batch(List<Arrival> arrivals, List<Event> ignored, List<DeadLetter> refused) {

    Batch {
        arrivals = List.copyOf(arrivals);
        ignored = List.copyOf(ignored);
        refused = List.copyOf(refused);
    }

    /**
     * @param horizon a fact that is said to have happened later is refused: as the newest word it would outrank all that
     *     is said until then
     */
    static Batch read(Iterable<ConsumerRecord<String, byte[]>> records, Instant horizon) {
        List<Arrival> arrivals = new ArrayList<>();
        List<Event> ignored = new ArrayList<>();
        List<DeadLetter> refused = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (read(record, horizon)) {
                case Reading.Understood<Event>(Event event) ->
                    Word.of(event)
                            .ifPresentOrElse(word -> arrivals.add(new Arrival(record, word)), () -> ignored.add(event));
                case Reading.Refused<Event> problems -> refused.add(DeadLetter.of(record, problems.problems()));
            }
        }
        return new Batch(arrivals, ignored, refused);
    }

    private static Reading<Event> read(ConsumerRecord<String, byte[]> record, Instant horizon) {
        return switch (Records.read(record)) {
            case Reading.Understood<Envelope>(var envelope) -> timely(Codec.read(envelope), horizon);
            case Reading.Refused<Envelope> refused -> new Reading.Refused<>(refused.problems());
        };
    }

    private static Reading<Event> timely(Reading<Event> reading, Instant horizon) {
        return reading instanceof Reading.Understood<Event>(Fact fact)
                        && fact.occurredAt().isAfter(horizon)
                ? Reading.refused("/time", "is further in the future than clocks may differ")
                : reading;
    }
}
