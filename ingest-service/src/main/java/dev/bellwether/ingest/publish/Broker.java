package dev.bellwether.ingest.publish;

import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Reach;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.Producers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Kafka, and what all who send to it have heard of it. */
@Singleton
class Broker {

    private final Producers producers;
    private final DeadLetters deadLetters;
    private final Outage outage;
    private final Reach reach = new Reach();

    Broker(Producers producers, DeadLetters deadLetters, Outage outage) {
        this.producers = producers;
        this.deadLetters = deadLetters;
        this.outage = outage;
    }

    /** Whether it answers. */
    Reach reach() {
        return reach;
    }

    boolean takesAtOnce(List<ProducerRecord<String, byte[]>> few) {
        return producers.takesAtOnce(few);
    }

    /**
     * Completes once all of it is settled, even when one has failed, and the leave was told how. Waits for buffer space, and
     * never throws. Nothing to send succeeds.
     */
    CompletableFuture<Void> send(
            List<ProducerRecord<String, byte[]>> facts, List<DeadLetter> letters, Reach.Leave leave) {
        if (facts.isEmpty() && letters.isEmpty()) { // says nothing about Kafka
            leave.failed();
            return CompletableFuture.completedFuture(null);
        }
        return begin(facts, letters).whenComplete((done, failure) -> settled(leave, failure));
    }

    private CompletableFuture<Void> begin(List<ProducerRecord<String, byte[]>> facts, List<DeadLetter> letters) {
        try {
            CompletableFuture<Void> sent = producers.begin(facts);
            return letters.isEmpty() ? sent : CompletableFuture.allOf(sent, deadLetters.begin(letters));
        } catch (RuntimeException | Error e) { // or who waits for a trial would wait for ever
            return CompletableFuture.failedFuture(e);
        }
    }

    private void settled(Reach.Leave leave, @Nullable Throwable failure) {
        if (failure == null) {
            leave.reached();
            outage.over(Outage.Of.KAFKA);
        } else if (Outage.cause(failure) instanceof TimeoutException) {
            leave.missed();
        } else {
            leave.failed();
        }
    }
}
