package dev.bellwether.alert.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Carries the messages of one channel: fetches what is due, sends it, records what came of it. */
final class Courier {

    private static final int RECORD_RETRIES = 5;
    private static final Duration RECORD_PAUSE = Duration.ofMillis(200);

    private final Notifier notifier;
    private final Queue queue;
    private final Aftermath aftermath;
    private final int concurrency;

    Courier(Notifier notifier, Queue queue, Aftermath aftermath, int concurrency) {
        this.notifier = notifier;
        this.queue = queue;
        this.aftermath = aftermath;
        this.concurrency = concurrency;
    }

    /** One round; answers how many messages it found due. */
    Uni<Integer> round() {
        return queue.claim(notifier.channel()).chain(this::deliverAll);
    }

    private Uni<Integer> deliverAll(List<Due> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::deliver)
                .collectFailures() // one message that fails takes no other with it
                .merge(concurrency)
                .collect()
                .asList()
                .replaceWith(due.size());
    }

    private Uni<Void> deliver(Due due) {
        return Uni.createFrom()
                .deferred(() -> notifier.send(due.message()))
                .onFailure()
                .recoverWithItem(Retryable::failure)
                .chain(outcome -> record(due, outcome, aftermath.of(due, outcome)));
    }

    /** Insists, since what is not recorded is sent once more when its lease ends. */
    private Uni<Void> record(Due due, Outcome outcome, Backoff.Next next) {
        return queue.settle(due, outcome.mayHaveArrived(), next)
                .onFailure()
                .retry()
                .withBackOff(RECORD_PAUSE)
                .atMost(RECORD_RETRIES);
    }
}
