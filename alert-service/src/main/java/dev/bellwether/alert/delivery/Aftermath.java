package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.AlertSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** What follows an attempt: asks the back-off, and tells the operators. */
@ApplicationScoped
class Aftermath {

    private static final Logger LOG = Logger.getLogger(Aftermath.class);

    private final Backoff backoff;
    private final AlertMetrics metrics;
    private final InstantSource clock;
    private final RandomGenerator jitter;

    Aftermath(AlertSettings settings, AlertMetrics metrics, InstantSource clock, RandomGenerator jitter) {
        this.backoff = Backoff.of(settings.retry());
        this.metrics = metrics;
        this.clock = clock;
        this.jitter = jitter;
    }

    Instant now() {
        return clock.instant();
    }

    /** An outcome whose pause is no longer than messages are tried. */
    Outcome bounded(Outcome outcome) {
        return outcome instanceof Outcome.Throttled(String reason, Duration pause)
                        && pause.compareTo(backoff.giveUpAfter()) > 0
                ? new Outcome.Throttled(reason, backoff.giveUpAfter())
                : outcome;
    }

    Backoff.Next of(Due due, Outcome outcome) {
        return backoff.after(outcome, due.tries(), clock.instant(), jitter.nextDouble());
    }

    /** Counts what came of an attempt and says what has to be known; once it is recorded. */
    void report(Due due, Backoff.Next next) {
        Instant now = clock.instant();
        switch (next) {
            case Backoff.Next.Done done -> {
                metrics.attempted(due.channel(), "sent");
                metrics.sentAfter(due.channel(), Duration.between(due.queuedAt(), now));
            }
            case Backoff.Next.Again again -> {
                metrics.attempted(due.channel(), "postponed");
                if (due.tries().attempt() == 1) { // the same failure again is not logged again
                    LOG.warnf(
                            "message not delivered yet, will be tried again: delivery=%d channel=%s reason=%s",
                            due.id(), due.channel().label(), again.reason());
                }
            }
            case Backoff.Next.Withdrawn withdrawn -> metrics.attempted(due.channel(), "withdrawn");
            case Backoff.Next.GivenUp givenUp -> {
                metrics.attempted(due.channel(), "given-up");
                LOG.errorf(
                        "message given up: delivery=%d channel=%s attempts=%d reason=%s",
                        due.id(), due.channel().label(), due.tries().attempt(), givenUp.reason());
            }
        }
    }
}
