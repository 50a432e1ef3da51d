package dev.bellwether.ingest.publish;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Refused;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.Producers;
import dev.bellwether.messaging.Records;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Facts and dead letters to Kafka; settled by the broker's acknowledgement of all of them. */
@Singleton
public class Publisher {

    /** Longer than a delivery may take, after which the producer itself gives up. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final Producers producers;
    private final DeadLetters deadLetters;
    private final IngestSettings settings;

    Publisher(Producers producers, DeadLetters deadLetters, IngestSettings settings) {
        this.producers = producers;
        this.deadLetters = deadLetters;
        this.settings = settings;
    }

    /**
     * Sends all of it, from this thread, which may wait for buffer space. The answer completes when the broker has
     * acknowledged everything, and fails with {@link Unpublished} when it has not or took too long.
     *
     * @param pass left when nothing of it is under way any more, however long that takes
     */
    public Uni<Void> publish(Door door, List<Envelope> facts, List<Refused> refused, InFlight.Pass pass) {
        return publish(door.tag(), facts, refused, pass);
    }

    /**
     * Likewise.
     *
     * @param origin stands as the door in the dead letters
     */
    public Uni<Void> publish(String origin, List<Envelope> facts, List<Refused> refused, InFlight.Pass pass) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        send(facts, letters(origin, refused))
                .onItemOrFailure()
                .invoke((done, failure) -> pass.leave())
                .subscribe()
                .with(acknowledged::complete, acknowledged::completeExceptionally);
        // a copy, because giving up waiting must not make the sending look settled
        return Uni.createFrom()
                .completionStage(acknowledged.copy())
                .ifNoItem()
                .after(settings.answerWithin())
                .fail()
                .onFailure()
                .transform(Unpublished::new);
    }

    /** Returns after the acknowledgement. */
    public void publishAndWait(List<Envelope> facts) {
        send(facts, List.of()).await().atMost(SETTLED_WITHIN);
    }

    /** Makes dead letters of what was sent, all for the same problem; returns after the acknowledgement. */
    public void refuseAndWait(Door door, List<byte[]> originals, Problem problem) {
        List<DeadLetter> letters = originals.stream()
                .map(original -> DeadLetter.atDoor(door.tag(), null, original, List.of(problem)))
                .toList();
        send(List.of(), letters).await().atMost(SETTLED_WITHIN);
    }

    private Uni<Void> send(List<Envelope> facts, List<DeadLetter> letters) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(facts.size());
        for (Envelope fact : facts) {
            records.add(Records.write(fact));
        }
        Uni<Void> sent = producers.sendAll(records);
        return letters.isEmpty()
                ? sent
                : Uni.combine()
                        .all()
                        .unis(sent, deadLetters.sendAll(letters))
                        .collectFailures() // waits for both, even when one has failed
                        .discardItems();
    }

    private static List<DeadLetter> letters(String origin, List<Refused> refused) {
        return refused.stream()
                .map(one -> DeadLetter.atDoor(origin, null, one.original(), one.problems()))
                .toList();
    }
}
