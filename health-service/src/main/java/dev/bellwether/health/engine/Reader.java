package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Reads records; what cannot be read is durably put aside before anything else happens. */
@ApplicationScoped
class Reader {

    private final Decoder decoder;
    private final DeadLetters deadLetters;
    private final Duration limit;

    Reader(Decoder decoder, DeadLetters deadLetters, HealthSettings settings) {
        this.decoder = decoder;
        this.deadLetters = deadLetters;
        this.limit = settings.transactionLimit();
    }

    /** What came of each record, in order. */
    List<Arrival> read(ConsumerRecords<String, byte[]> records, Instant now) {
        List<Arrival> arrivals = new ArrayList<>(records.count());
        List<DeadLetter> letters = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Arrival arrival = decoder.read(record, now);
            arrivals.add(arrival);
            if (arrival instanceof Arrival.Refused refused) {
                letters.add(refused.letter());
            }
        }
        if (!letters.isEmpty()) {
            deadLetters.sendAll(letters).await().atMost(limit);
        }
        return arrivals;
    }
}
