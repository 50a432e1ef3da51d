package dev.bellwether.alert.intake;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.book.Untellable;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.policy.Decision;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Problem;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.InTurn;
import dev.bellwether.messaging.Undecidable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * What arrives from the health- and the renewal-service. Acknowledged after the commit; may see an event twice. What
 * cannot be understood goes to the dead letters while the rest goes on; a database or broker that is away is waited for.
 */
@ApplicationScoped
class EventsIn {

    private static final Logger LOG = Logger.getLogger(EventsIn.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Intake intake;
    private final Couriers couriers;
    private final DeadLetters deadLetters;
    private final AlertMetrics metrics;
    private final AtomicBoolean failing = new AtomicBoolean();

    EventsIn(Intake intake, Couriers couriers, DeadLetters deadLetters, AlertMetrics metrics) {
        this.intake = intake;
        this.couriers = couriers;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    @Incoming("health-events")
    Uni<Void> healthEvents(ConsumerRecords<String, byte[]> records) {
        return take(Batch.read(records), "health-events");
    }

    @Incoming("renewal-events")
    Uni<Void> renewalEvents(ConsumerRecords<String, byte[]> records) {
        return take(Batch.read(records), "renewal-events");
    }

    private Uni<Void> take(Batch batch, String topic) {
        return insist(() -> refuse(batch.refused(), topic)).chain(() -> insist(() -> take(batch.arrivals(), topic)));
    }

    private Uni<Void> take(List<Arrival> arrivals, String topic) {
        return intake.take(arrivals.stream().map(Arrival::event).toList())
                .invoke(this::report)
                .replaceWithVoid()
                .onFailure(Untellable::is)
                .recoverWithUni(failure ->
                        arrivals.size() == 1 ? putOff(arrivals.getFirst(), failure) : oneByOne(arrivals, topic))
                .onFailure(Undecidable::isAtFault)
                .recoverWithUni(failure ->
                        arrivals.size() == 1 ? giveUp(arrivals.getFirst(), failure, topic) : oneByOne(arrivals, topic));
    }

    /** Finds the event at fault, so that it takes no other with it. */
    private Uni<Void> oneByOne(List<Arrival> arrivals, String topic) {
        return InTurn.each(arrivals, arrival -> take(List.of(arrival), topic));
    }

    private Uni<Void> putOff(Arrival arrival, Throwable failure) {
        LOG.errorf(
                failure,
                "event is taken in but cannot be told now and is tried again: event=%s",
                arrival.event().id());
        metrics.untellable();
        return intake.takeUntold(arrival.event()).invoke(this::report).replaceWithVoid();
    }

    private Uni<Void> giveUp(Arrival arrival, Throwable failure, String topic) {
        LOG.errorf(
                failure,
                "event cannot be taken in and goes to the dead letters: event=%s",
                arrival.event().id());
        Problem problem =
                new Problem("", "was understood, but alert-service cannot take it in: " + failure.getMessage());
        return refuse(List.of(DeadLetter.of(arrival.record(), List.of(problem))), topic);
    }

    private Uni<Void> refuse(List<DeadLetter> letters, String topic) {
        return letters.isEmpty()
                ? Uni.createFrom().voidItem()
                : deadLetters.sendAll(letters).invoke(() -> letters.forEach(letter -> metrics.refused(topic)));
    }

    private Uni<Void> insist(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(this::complain)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(() -> failing.set(false));
    }

    private void complain(Throwable failure) {
        metrics.intakeFailed();
        if (!failing.getAndSet(true)) { // the same failure again is not logged again
            LOG.errorf(failure, "taking in events failed and is tried again until it succeeds");
        }
    }

    private void report(Intake.Outcome taken) {
        couriers.nudge();
        metrics.told(taken.told());
        for (Intake.Decided one : taken.decided()) {
            metrics.decided(
                    typeOf(one.event()), outcome(one), one.decision().reason().label());
        }
    }

    private static String typeOf(Event event) {
        return EventType.of(event).typeName();
    }

    private static String outcome(Intake.Decided one) {
        return switch (one.decision()) {
            case Decision.Ignored d -> "ignored";
            case Decision.Kept d -> "updated";
            case Decision.Returned d -> "returned";
            case Decision.Opened d -> "opened";
            case Decision.Escalated d -> "escalated";
            case Decision.Closed d -> "closed";
        };
    }
}
