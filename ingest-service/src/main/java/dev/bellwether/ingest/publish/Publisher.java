package dev.bellwether.ingest.publish;

import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Reach;
import dev.bellwether.ingest.Refused;
import dev.bellwether.messaging.DeadLetter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** What requests bring, facts and dead letters, to Kafka; settled by the broker's acknowledgement of all of them. Never waits. */
@Singleton
public class Publisher {

    /** So many are sent sooner than another thread is woken for them. */
    private static final int FEW = 4;

    private final Broker broker;
    private final Patience patience;
    private final IngestMetrics metrics;

    /**
     * Hands records to the producer, which makes whoever does so wait while it has no room: one thread for all requests but
     * for the few records that it takes at once. What waits for it is bounded by {@link InFlight}.
     */
    private final ExecutorService sending = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("to-kafka").daemon().unstarted(work));

    Publisher(Broker broker, IngestSettings settings, IngestMetrics metrics) {
        this.broker = broker;
        this.patience = new Patience(settings.answerWithin());
        this.metrics = metrics;
    }

    /**
     * Sends all of it. The answer completes when the broker has acknowledged everything, and
     * fails with {@link Unpublished} when it has not or took too long; while the broker is known to be away it fails at
     * once. Nothing to send succeeds, whether the broker is there or not.
     *
     * @param origin stands as the door in the dead letters
     * @param pass left when nothing of it is under way any more, however long that takes
     */
    public CompletableFuture<Void> publish(
            String origin, List<ProducerRecord<String, byte[]>> facts, List<Refused> refused, InFlight.Pass pass) {
        if (facts.isEmpty() && refused.isEmpty()) { // says nothing about Kafka, and needs none
            pass.leave();
            return CompletableFuture.completedFuture(null);
        }
        List<DeadLetter> letters = refused.isEmpty() ? List.of() : letters(origin, refused);
        Reach.Leave leave = broker.reach().ask();
        if (leave == null) {
            pass.leave();
            return CompletableFuture.failedFuture(new Unpublished(new TimeoutException("it has not for a while")));
        }
        CompletableFuture<Void> answer = patience.answer(leave);
        if (!leave.isTrial() && letters.isEmpty() && facts.size() <= FEW && broker.takesAtOnce(facts)) {
            send(facts, letters, leave, pass, answer);
        } else {
            sending.execute(() -> {
                if (answer.isDone() || broker.reach().isAway() && !leave.isTrial()) {
                    giveUp(pass, answer);
                } else {
                    send(facts, letters, leave, pass, answer);
                }
            });
        }
        return answer;
    }

    private static List<DeadLetter> letters(String origin, List<Refused> refused) {
        return refused.stream()
                .map(one -> DeadLetter.atDoor(origin, null, one.original(), one.problems()))
                .toList();
    }

    /** What waited behind one that found Kafka away, or until its sender was told to repeat it or had left, is not sent. */
    private static void giveUp(InFlight.Pass pass, CompletableFuture<Void> answer) {
        pass.leave();
        answer.completeExceptionally(new Unpublished(new TimeoutException("it has not just now")));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer is told of every outcome
    private void send(
            List<ProducerRecord<String, byte[]>> facts,
            List<DeadLetter> letters,
            Reach.Leave leave,
            InFlight.Pass pass,
            CompletableFuture<Void> answer) {
        long begin = System.nanoTime();
        broker.send(facts, letters, leave).whenComplete((done, failure) -> {
            pass.leave();
            if (failure == null) {
                metrics.acknowledged(System.nanoTime() - begin);
                answer.complete(null);
            } else {
                answer.completeExceptionally(new Unpublished(Outage.cause(failure)));
            }
        });
    }

    @PreDestroy
    void end() {
        sending.shutdown();
        patience.end();
    }
}
