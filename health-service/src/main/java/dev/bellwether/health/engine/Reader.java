package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Reads records; what cannot be read is durably put aside before anything else happens. */
@Singleton
class Reader {

    // with fewer, waking another thread takes longer than it saves
    private static final int WORTH_SHARING = 200;
    private static final int SHARE = 50;

    private final Decoder decoder;
    private final DeadLetters deadLetters;
    private final Duration limit;
    private final ExecutorService helper = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("health-decoder").daemon().unstarted(work));

    Reader(Decoder decoder, DeadLetters deadLetters, HealthSettings settings) {
        this.decoder = decoder;
        this.deadLetters = deadLetters;
        this.limit = settings.transactionLimit();
    }

    /** What came of each record, in order. */
    List<Arrival> read(ConsumerRecords<String, byte[]> polled, Instant now) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
        polled.partitions().forEach(partition -> records.addAll(polled.records(partition)));
        Arrival[] arrivals = new Arrival[records.size()];
        AtomicInteger next = new AtomicInteger();
        Runnable decode = () -> decode(records, arrivals, next, now);
        CompletableFuture<Void> helped = records.size() < WORTH_SHARING
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(decode, helper);
        decode.run();
        helped.join();
        putAside(arrivals);
        return Arrays.asList(arrivals);
    }

    /** A share at a time, until none is left. */
    private void decode(
            List<ConsumerRecord<String, byte[]>> records, Arrival[] arrivals, AtomicInteger next, Instant now) {
        for (int from = next.getAndAdd(SHARE); from < arrivals.length; from = next.getAndAdd(SHARE)) {
            int to = Math.min(from + SHARE, arrivals.length);
            for (int i = from; i < to; i++) {
                arrivals[i] = decoder.read(records.get(i), now);
            }
        }
    }

    private void putAside(Arrival[] arrivals) {
        List<DeadLetter> letters = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.Refused refused) {
                letters.add(refused.letter());
            }
        }
        if (!letters.isEmpty()) {
            deadLetters.sendAll(letters).await().atMost(limit);
        }
    }

    @PreDestroy
    void stop() {
        helper.shutdownNow();
    }
}
