package dev.bellwether.ingest.publish;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.Records;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** Facts and dead letters to Kafka from threads that do nothing else, and may wait for buffer space and acknowledgements. */
@Singleton
public class BatchPublisher {

    /** Longer than a delivery may take, after which the producer itself gives up. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final Broker broker;

    BatchPublisher(Broker broker) {
        this.broker = broker;
    }

    /**
     * Sends all of it; while the broker is known to be away it fails at once. Nothing to send succeeds, whether the broker
     * is there or not.
     *
     * @return completes when the broker has acknowledged everything, exceptionally once it is known that it has not
     */
    public CompletableFuture<Void> begin(List<Envelope> facts) {
        if (facts.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return broker.reach().admits()
                ? goOn(facts)
                : CompletableFuture.failedFuture(new TimeoutException("it has not for a while"));
    }

    /** The same for one to whom it has just been acknowledged: whatever others hear of the broker, it goes on. */
    public CompletableFuture<Void> goOn(List<Envelope> facts) {
        return send(Records.writeAll(facts), List.of());
    }

    /** To be told by who has waited in vain for one of those answers, and waits no longer. */
    public void missed() {
        broker.reach().missed();
    }

    /** Sends all of it, whatever is heard of the broker, and returns after the acknowledgement. */
    public void publish(List<Envelope> facts) {
        await(goOn(facts));
    }

    /**
     * Makes dead letters of what was sent, all for the same problem; returns after the acknowledgement.
     *
     * @param origin stands as the door in the dead letters
     */
    public void refuse(String origin, List<byte[]> originals, Problem problem) {
        List<DeadLetter> letters = originals.stream()
                .map(original -> DeadLetter.atDoor(origin, null, original, List.of(problem)))
                .toList();
        await(send(List.of(), letters));
    }

    private CompletableFuture<Void> send(List<ProducerRecord<String, byte[]>> facts, List<DeadLetter> letters) {
        return broker.send(facts, letters).whenComplete((done, failure) -> broker.settled(failure));
    }

    private static void await(CompletableFuture<Void> sent) {
        Uni.createFrom().completionStage(sent).await().atMost(SETTLED_WITHIN);
    }
}
