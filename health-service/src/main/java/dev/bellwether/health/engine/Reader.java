package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.messaging.DeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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

    Batch read(ConsumerRecords<String, byte[]> records, Instant now) {
        Batch batch = Batch.of(records, decoder, now);
        deadLetters.sendAll(batch.refused()).await().atMost(limit);
        return batch;
    }
}
