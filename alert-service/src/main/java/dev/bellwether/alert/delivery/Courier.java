package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertSettings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Carries the messages of one channel: fetches what is due, sends it, records what came of it. */
final class Courier {

    private static final int RECORD_RETRIES = 5;
    private static final Duration RECORD_PAUSE = Duration.ofMillis(200);

    private final Notifier notifier;
    private final Queue queue;
    private final Aftermath aftermath;
    private final int concurrency;
    private final AtomicReference<Circuit> circuit;

    Courier(Notifier notifier, Queue queue, Aftermath aftermath, AlertSettings settings) {
        this.notifier = notifier;
        this.queue = queue;
        this.aftermath = aftermath;
        // a pace is kept by sending one after the other
        this.concurrency = notifier.pace().isZero() ? settings.worker().concurrency() : 1;
        this.circuit = new AtomicReference<>(Circuit.closed(new Circuit.Limits(
                settings.circuit().failures(), settings.circuit().openFor())));
    }

    Duration pace() {
        return notifier.pace();
    }

    /** One round; answers how many messages it found due. */
    Uni<Integer> round() {
        int most = circuit.get().lets(concurrency, aftermath.now());
        return most == 0
                ? Uni.createFrom().item(0)
                : queue.claim(notifier.channel(), most).chain(this::deliverAll);
    }

    Circuit.State state() {
        return circuit.get().state(aftermath.now());
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
                .invoke(outcome -> circuit.updateAndGet(before -> before.after(outcome, aftermath.now())))
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
