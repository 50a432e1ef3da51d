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
     * Completes once all of it is settled, even when one has failed; {@link #settled} is to be told how. Waits for buffer
     * space.
     */
    CompletableFuture<Void> send(List<ProducerRecord<String, byte[]>> facts, List<DeadLetter> letters) {
        CompletableFuture<Void> sent = producers.begin(facts);
        return letters.isEmpty() ? sent : CompletableFuture.allOf(sent, deadLetters.begin(letters));
    }

    /** @param failure null when everything was acknowledged */
    void settled(@Nullable Throwable failure) {
        if (failure == null) {
            reach.reached();
            outage.over(Outage.Of.KAFKA);
        } else if (Outage.cause(failure) instanceof TimeoutException) {
            reach.missed();
        } else {
            reach.failed();
        }
    }
}
