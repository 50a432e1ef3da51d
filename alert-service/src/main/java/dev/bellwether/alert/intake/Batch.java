package dev.bellwether.alert.intake;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.Records;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What came of reading some records: events, and dead letters for those that are none. */
record Batch(List<Arrival> arrivals, List<DeadLetter> refused) {

    Batch {
        arrivals = List.copyOf(arrivals);
        refused = List.copyOf(refused);
    }

    static Batch read(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> arrivals = new ArrayList<>();
        List<DeadLetter> refused = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (read(record)) {
                case Reading.Understood<Event>(Fact fact) ->
                    refused.add(DeadLetter.of(record, List.of(new Problem("/type", "is a fact, not an announcement"))));
                case Reading.Understood<Event>(Event event) -> arrivals.add(new Arrival(record, event));
                case Reading.Refused<Event> problems -> refused.add(DeadLetter.of(record, problems.problems()));
            }
        }
        return new Batch(arrivals, refused);
    }

    private static Reading<Event> read(ConsumerRecord<String, byte[]> record) {
        return switch (Records.read(record)) {
            case Reading.Understood<Envelope>(var envelope) -> Codec.read(envelope);
            case Reading.Refused<Envelope> refused -> new Reading.Refused<>(refused.problems());
        };
    }
}
