package dev.bellwether.renewal.intake;

import dev.bellwether.renewal.RenewalMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Tries work until it succeeds, with growing pauses: what it meets failing will be back. */
@ApplicationScoped
class Insistence {

    private static final Logger LOG = Logger.getLogger(Insistence.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final RenewalMetrics metrics;
    private final AtomicBoolean failing = new AtomicBoolean();

    Insistence(RenewalMetrics metrics) {
        this.metrics = metrics;
    }

    /** Returns when the work succeeded; ends early only when the process stops. */
    void on(Runnable work) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!succeeds(work)) {
            Thread.sleep(pause);
            Duration next = pause.multipliedBy(2);
            pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        }
    }

    private boolean succeeds(Runnable work) {
        try {
            work.run();
            failing.set(false);
            return true;
        } catch (RuntimeException e) {
            metrics.intakeFailed();
            if (!failing.getAndSet(true)) { // the same failure again is not logged again
                LOG.errorf(e, "taking in events failed and is tried again until it succeeds");
            }
            return false;
        }
    }
}
