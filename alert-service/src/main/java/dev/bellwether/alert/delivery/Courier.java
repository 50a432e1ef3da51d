package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.policy.Channel;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Carries the messages of one channel: fetches what is due, sends it, records what came of it. */
final class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration RECORD_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_RECORD_PAUSE = Duration.ofSeconds(5);

    private final Notifier notifier;
    private final Queue queue;
    private final Aftermath aftermath;
    private final Places places;
    private final int concurrency;
    private final Duration lease;
    private final Semaphore hands;
    private final Set<Long> onTheirWay = ConcurrentHashMap.newKeySet();

    Courier(Notifier notifier, Queue queue, Aftermath aftermath, AlertSettings settings) {
        this.notifier = notifier;
        this.queue = queue;
        this.aftermath = aftermath;
        this.concurrency = settings.worker().concurrency();
        this.lease = settings.worker().lease();
        this.hands = new Semaphore(concurrency);
        var limits = new Circuit.Limits(
                settings.circuit().failures(), settings.circuit().openFor());
        this.places = new Places(limits, notifier.apart(), notifier.pace(), concurrency);
    }

    Channel channel() {
        return notifier.channel();
    }

    /**
     * One round, by one caller at a time: fetches what there is room for and sets it on its way, without waiting for what
     * comes of it.
     *
     * @param whenBack run whenever one of them is done with
     * @return how many there were
     */
    Uni<Integer> round(Runnable whenBack) {
        int free = places.allRest(aftermath.now()) ? 0 : hands.drainPermits();
        return free == 0
                ? Uni.createFrom().item(0)
                : queue.claim(notifier.channel(), free, places, onTheirWay)
                        .onFailure()
                        .invoke(() -> hands.release(free))
                        .invoke(due -> {
                            hands.release(free - due.size());
                            due.forEach(one -> send(one, whenBack));
                        })
                        .map(List::size);
    }

    /** How long to wait for the next round, at most so long. */
    Duration pause(Duration longest) {
        return places.rest(aftermath.now(), longest);
    }

    /** Waits until nothing is on its way any more; answers whether that came about in time. */
    boolean rest(Duration longest) throws InterruptedException {
        return hands.tryAcquire(concurrency, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How the worst of the channel's places is. */
    Circuit.State state() {
        return places.state(aftermath.now());
    }

    private void send(Due due, Runnable whenBack) {
        places.begin(due.address());
        onTheirWay.add(due.id());
        deliver(due)
                .onTermination()
                .invoke(() -> {
                    onTheirWay.remove(due.id());
                    hands.release();
                    whenBack.run();
                })
                .subscribe()
                .with(
                        done -> {},
                        failure ->
                                LOG.errorf(failure, "what came of a message is not recorded: delivery=%d", due.id()));
    }

    /** Before anything leaves: whoever was held up since the message was fetched may no longer be the only one who has it. */
    private Uni<Void> deliver(Due due) {
        return queue.isOurs(due, notifier.timeout())
                .onFailure()
                .recoverWithItem(false)
                .chain(ours -> ours ? sent(due) : leave(due));
    }

    private Uni<Void> leave(Due due) {
        places.leave(due.address());
        return insist(queue.putBack(due)).replaceWithVoid();
    }

    private Uni<Void> sent(Due due) {
        return outcome(due.message())
                .map(outcome -> notifier.recognisesRepeats() ? outcome.recognisable() : outcome)
                .map(aftermath::bounded)
                .invoke(outcome -> places.end(due.address(), outcome, aftermath.now()))
                .call(outcome -> pause(due, outcome))
                .chain(outcome -> next(due, outcome).chain(next -> settled(due, outcome, next)));
    }

    /** Whom the other side does not know is told by mail: nothing is lost. */
    private Uni<Backoff.Next> next(Due due, Outcome outcome) {
        Backoff.Next usual = aftermath.of(due, outcome);
        return outcome instanceof Outcome.Stranger(String reason)
                ? insist(queue.byMail(due))
                        .map(told -> told ? new Backoff.Next.Withdrawn(reason + "; told by mail in its place") : usual)
                : Uni.createFrom().item(usual);
    }

    private Uni<Void> settled(Due due, Outcome outcome, Backoff.Next next) {
        return insist(queue.settle(due, outcome, next))
                .invoke(recorded -> {
                    if (recorded) {
                        aftermath.report(due, next);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Outcome> outcome(Message message) {
        try {
            return notifier.send(message).onFailure().recoverWithItem(Retryable::failure);
        } catch (RuntimeException e) { // it could not even be written
            return Uni.createFrom().item(Retryable.unsent(e));
        }
    }

    private Uni<Void> pause(Due due, Outcome outcome) {
        return outcome instanceof Outcome.Throttled(String reason, Duration pause)
                ? insist(queue.pause(due.channel(), places.of(due.address()), pause))
                : Uni.createFrom().voidItem();
    }

    /** As long as the message is ours: what is not recorded is sent once more when its lease ends. */
    private <T> Uni<T> insist(Uni<T> recorded) {
        return recorded.onFailure()
                .retry()
                .withBackOff(RECORD_PAUSE, LONGEST_RECORD_PAUSE)
                .expireIn(lease.toMillis());
    }
}
