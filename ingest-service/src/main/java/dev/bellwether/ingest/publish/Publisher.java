package dev.bellwether.ingest.publish;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Reach;
import dev.bellwether.ingest.Refused;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.Producers;
import dev.bellwether.messaging.Records;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Facts and dead letters to Kafka; settled by the broker's acknowledgement of all of them. */
@Singleton
public class Publisher {

    /** Longer than a delivery may take, after which the producer itself gives up. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    /** So many are sent sooner than another thread is woken for them. */
    private static final int FEW = 4;

    private final Producers producers;
    private final DeadLetters deadLetters;
    private final IngestMetrics metrics;
    private final Outage outage;
    private final Reach reach = new Reach();
    private final Patience patience;

    /**
     * Hands records to the producer, which makes whoever does so wait while it has no room: one thread for all requests but
     * for the few records that it takes at once. What waits for it is bounded by {@link InFlight}.
     */
    private final ExecutorService sending = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("to-kafka").daemon().unstarted(work));

    Publisher(
            Producers producers,
            DeadLetters deadLetters,
            IngestSettings settings,
            IngestMetrics metrics,
            Outage outage) {
        this.producers = producers;
        this.deadLetters = deadLetters;
        this.patience = new Patience(settings.answerWithin(), reach::missed);
        this.metrics = metrics;
        this.outage = outage;
    }

    /**
     * Sends all of it, in the order of the calls, and does not wait for anything. The answer completes when the broker has
     * acknowledged everything, and fails with {@link Unpublished} when it has not or took too long; while the broker is
     * known to be away it fails at once. Nothing to send succeeds, whether the broker is there or not.
     *
     * @param pass left when nothing of it is under way any more, however long that takes
     */
    public CompletableFuture<Void> publish(Door door, List<Envelope> facts, List<Refused> refused, InFlight.Pass pass) {
        return publishRecords(door, records(facts), refused, pass);
    }

    /** The same for records that carry more than an {@link Envelope} does. */
    public CompletableFuture<Void> publishRecords(
            Door door, List<ProducerRecord<String, byte[]>> facts, List<Refused> refused, InFlight.Pass pass) {
        return publish(door.tag(), facts, refused, pass);
    }

    /**
     * The same for a source of its own.
     *
     * @param origin stands as the door in the dead letters
     */
    public CompletableFuture<Void> publishFrom(
            String origin, List<Envelope> facts, List<Refused> refused, InFlight.Pass pass) {
        return publish(origin, records(facts), refused, pass);
    }

    private CompletableFuture<Void> publish(
            String origin, List<ProducerRecord<String, byte[]>> facts, List<Refused> refused, InFlight.Pass pass) {
        if (facts.isEmpty() && refused.isEmpty()) { // says nothing about Kafka, and needs none
            pass.leave();
            return CompletableFuture.completedFuture(null);
        }
        boolean trying = reach.isAway();
        if (!reach.admits()) {
            pass.leave();
            return CompletableFuture.failedFuture(new Unpublished(new TimeoutException("it has not for a while")));
        }
        List<DeadLetter> letters = letters(origin, refused);
        CompletableFuture<Void> answer = patience.answer();
        if (!trying && letters.isEmpty() && facts.size() <= FEW && producers.takesAtOnce(facts)) {
            send(facts, letters, pass, answer);
            return answer;
        }
        sending.execute(() -> {
            if (answer.isDone() || reach.isAway() && !trying) {
                giveUp(pass, answer);
            } else {
                send(facts, letters, pass, answer);
            }
        });
        return answer;
    }

    /** What waited behind one that found Kafka away, or until its sender was told to repeat it, is not sent. */
    private void giveUp(InFlight.Pass pass, CompletableFuture<Void> answer) {
        pass.leave();
        reach.failed();
        answer.completeExceptionally(new Unpublished(new TimeoutException("it has not just now")));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer is told of every outcome
    private void send(
            List<ProducerRecord<String, byte[]>> facts,
            List<DeadLetter> letters,
            InFlight.Pass pass,
            CompletableFuture<Void> answer) {
        long begin = System.nanoTime();
        send(facts, letters).whenComplete((done, failure) -> {
            settled(failure, pass, System.nanoTime() - begin);
            if (failure == null) {
                answer.complete(null);
            } else {
                answer.completeExceptionally(new Unpublished(failure));
            }
        });
    }

    private void settled(@Nullable Throwable failure, InFlight.Pass pass, long nanos) {
        pass.leave();
        settled(failure);
        if (failure == null) {
            metrics.acknowledged(nanos);
        }
    }

    private void settled(@Nullable Throwable failure) {
        if (failure == null) {
            reach.reached();
            outage.over(Outage.Of.KAFKA);
        } else if (Outage.cause(failure) instanceof TimeoutException) {
            reach.missed();
        } else {
            reach.failed();
        }
    }

    /**
     * Sends all of it, from this thread, which may wait for buffer space; while the broker is known to be away it fails at
     * once. Nothing to send succeeds, whether the broker is there or not.
     *
     * @return completes when the broker has acknowledged everything, exceptionally once it is known that it has not
     */
    public CompletableFuture<Void> begin(List<Envelope> facts) {
        if (facts.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return reach.admits()
                ? goOn(facts)
                : CompletableFuture.failedFuture(new TimeoutException("it has not for a while"));
    }

    /** The same for one to whom it has just been acknowledged: whatever others hear of the broker, it goes on. */
    public CompletableFuture<Void> goOn(List<Envelope> facts) {
        return send(records(facts), List.of()).whenComplete((done, failure) -> settled(failure));
    }

    /** To be told by who has waited in vain for one of those answers, and waits no longer. */
    public void missed() {
        reach.missed();
    }

    /** Returns after the acknowledgement. */
    public void publishAndWait(List<Envelope> facts) {
        await(send(records(facts), List.of()));
    }

    /**
     * Makes dead letters of what was sent, all for the same problem; returns after the acknowledgement.
     *
     * @param origin stands as the door in the dead letters
     */
    public void refuseAndWait(String origin, List<byte[]> originals, Problem problem) {
        List<DeadLetter> letters = originals.stream()
                .map(original -> DeadLetter.atDoor(origin, null, original, List.of(problem)))
                .toList();
        await(send(List.of(), letters));
    }

    private static void await(CompletableFuture<Void> sent) {
        Uni.createFrom().completionStage(sent).await().atMost(SETTLED_WITHIN);
    }

    @PreDestroy
    void end() {
        sending.shutdown();
        patience.end();
    }

    /** Completes once both are settled, even when one has failed. */
    private CompletableFuture<Void> send(List<ProducerRecord<String, byte[]>> facts, List<DeadLetter> letters) {
        CompletableFuture<Void> sent = producers.begin(facts);
        return letters.isEmpty() ? sent : CompletableFuture.allOf(sent, deadLetters.begin(letters));
    }

    private static List<DeadLetter> letters(String origin, List<Refused> refused) {
        return refused.stream()
                .map(one -> DeadLetter.atDoor(origin, null, one.original(), one.problems()))
                .toList();
    }

    private static List<ProducerRecord<String, byte[]>> records(List<Envelope> facts) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(facts.size());
        for (Envelope fact : facts) {
            records.add(Records.write(fact));
        }
        return records;
    }
}
