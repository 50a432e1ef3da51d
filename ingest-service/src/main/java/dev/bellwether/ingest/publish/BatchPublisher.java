package dev.bellwether.ingest.publish;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Reach;
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
     * What is under way.
     *
     * @param acknowledged completes when the broker has acknowledged everything, exceptionally once it is known that it has not
     * @param leave to be told by who has waited in vain, and waits no longer
     */
    public record Sending(CompletableFuture<Void> acknowledged, Reach.Leave leave) {}

    /**
     * Sends all of it; while the broker is known to be away it fails at once. Nothing to send succeeds, whether the broker
     * is there or not.
     */
    public Sending begin(List<Envelope> facts) {
        List<ProducerRecord<String, byte[]>> records = Records.writeAll(facts);
        Reach reach = broker.reach();
        Reach.Leave leave = facts.isEmpty() ? reach.unasked() : reach.ask();
        return leave == null
                ? new Sending(
                        CompletableFuture.failedFuture(new TimeoutException("it has not for a while")), reach.unasked())
                : new Sending(broker.send(records, List.of(), leave), leave);
    }

    /** The same for one to whom it has just been acknowledged: whatever others hear of the broker, it goes on. */
    public Sending goOn(List<Envelope> facts) {
        Reach.Leave leave = broker.reach().unasked();
        return new Sending(broker.send(Records.writeAll(facts), List.of(), leave), leave);
    }

    /** Sends all of it, whatever is heard of the broker, and returns after the acknowledgement. */
    public void publish(List<Envelope> facts) {
        await(goOn(facts).acknowledged());
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
        await(broker.send(List.of(), letters, broker.reach().unasked()));
    }

    private static void await(CompletableFuture<Void> sent) {
        Uni.createFrom().completionStage(sent).await().atMost(SETTLED_WITHIN);
    }
}
