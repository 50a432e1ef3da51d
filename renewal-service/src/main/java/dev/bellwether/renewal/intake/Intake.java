package dev.bellwether.renewal.intake;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Problem;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.Undecidable;
import dev.bellwether.renewal.RenewalMetrics;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.account.Transactions;
import dev.bellwether.renewal.account.Word;
import dev.bellwether.renewal.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes events in, in one transaction a batch; what cannot be taken in goes to the dead letters. */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Transactions transactions;
    private final Watch watch;
    private final DeadLetters deadLetters;
    private final RenewalMetrics metrics;
    private final InstantSource clock;

    Intake(
            Transactions transactions,
            Watch watch,
            DeadLetters deadLetters,
            RenewalMetrics metrics,
            InstantSource clock) {
        this.transactions = transactions;
        this.watch = watch;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns when all events are committed, or kept as dead letters where the fault lies in the event. */
    void take(List<Arrival> arrivals, String topic) {
        try {
            takeAll(arrivals.stream().map(Arrival::word).toList());
        } catch (RuntimeException e) {
            if (!Undecidable.isAtFault(e)) {
                throw e;
            }
            if (arrivals.size() == 1) {
                giveUp(arrivals.getFirst(), e, topic);
                return;
            }
            // finds the event at fault, so that it takes no other with it
            arrivals.forEach(arrival -> take(List.of(arrival), topic));
        }
    }

    /** Returns when all letters are durably kept. */
    void refuse(Collection<DeadLetter> letters, String topic) {
        if (!letters.isEmpty()) {
            deadLetters.sendAll(letters).await().indefinitely();
            letters.forEach(letter -> metrics.refused(topic));
        }
    }

    /** Counts events that say nothing to this service. */
    void ignore(List<Event> events) {
        events.forEach(metrics::ignored);
    }

    private void takeAll(List<Word> words) {
        if (words.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Look> looks = transactions.run(session -> watch.take(session, words, now));
        words.forEach(word -> metrics.taken(word.event()));
        looks.forEach(look -> metrics.reviewed(look.review()));
    }

    private void giveUp(Arrival arrival, RuntimeException failure, String topic) {
        LOG.errorf(
                failure,
                "an event cannot be taken in and goes to the dead letters: event=%s",
                arrival.word().event().id());
        Problem problem =
                new Problem("", "was understood, but renewal-service cannot take it in: " + failure.getMessage());
        refuse(List.of(DeadLetter.of(arrival.record(), List.of(problem))), topic);
    }
}
