package dev.bellwether.health.engine;

import dev.bellwether.contracts.Problem;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.InTurn;
import dev.bellwether.messaging.Producers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Reads records; what cannot be read, or lies in a wrong partition, is durably put elsewhere before anything else happens. */
@Singleton
class Reader {

    // the producer measures a record before compression, and so refuses what another publisher got onto the log
    private static final List<Problem> IMMOVABLE = List.of(new Problem(
            "", "lies in a partition that is not its key's, and is too large to be moved to the right one"));

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
        List<Arrival.Misplaced> misplaced = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.Refused refused) {
                letters.add(refused.letter());
            } else if (arrival instanceof Arrival.Misplaced elsewhere) {
                misplaced.add(elsewhere);
            }
        }
        if (!letters.isEmpty()) {
            deadLetters.sendAll(letters).await().atMost(limit);
        }
        if (!misplaced.isEmpty()) {
            move(misplaced).await().atMost(limit);
        }
        return arrivals;
    }

    private Uni<Void> move(List<Arrival.Misplaced> misplaced) {
        return producers
                .sendAll(misplaced.stream().map(Arrival.Misplaced::moved).toList())
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> oneByOne(misplaced));
    }

    /** Some of them are moved already and are moved twice then, and a fact twice is one fact. */
    private Uni<Void> oneByOne(List<Arrival.Misplaced> misplaced) {
        return InTurn.each(
                misplaced,
                one -> producers
                        .send(one.moved())
                        .onFailure(RecordTooLargeException.class)
                        .recoverWithUni(() -> deadLetters.send(DeadLetter.of(one.record(), IMMOVABLE))));
    }

    @PreDestroy
    void stop() {
        helper.close();
    }
}
