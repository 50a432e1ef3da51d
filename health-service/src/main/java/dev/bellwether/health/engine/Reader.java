package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.Producers;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads records; what cannot be read, or lies in a wrong partition, is durably put elsewhere before anything else happens. */
@Singleton
class Reader {

    private final Decoder decoder;
    private final DeadLetters deadLetters;
    private final Producers producers;
    private final Duration limit;
    private final ExecutorService helper = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("health-decoder").daemon().unstarted(work));

    Reader(Decoder decoder, DeadLetters deadLetters, Producers producers, HealthSettings settings) {
        this.decoder = decoder;
        this.deadLetters = deadLetters;
        this.producers = producers;
        this.limit = settings.transactionLimit();
    }

    /** Begins to decode. */
    Decoding begin(ConsumerRecords<String, byte[]> polled, Instant now, Placement placement) {
        return new Decoding(polled, now, placement, decoder, helper);
    }

    /** What came of each record, in order. */
    List<Arrival> finish(Decoding decoding) {
        List<Arrival> arrivals = decoding.arrivals();
        List<DeadLetter> letters = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> moved = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.Refused refused) {
                letters.add(refused.letter());
            } else if (arrival instanceof Arrival.Misplaced misplaced) {
                moved.add(misplaced.record());
            }
        }
        if (!letters.isEmpty()) {
            deadLetters.sendAll(letters).await().atMost(limit);
        }
        if (!moved.isEmpty()) {
            producers.sendAll(moved).await().atMost(limit);
        }
        return arrivals;
    }

    @PreDestroy
    void stop() {
        helper.close();
    }
}
