package dev.bellwether.renewal.watch;

import dev.bellwether.renewal.RenewalMetrics;
import dev.bellwether.renewal.forecast.Snapshots;
import dev.bellwether.renewal.today.Reckoning;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Looks, every so often, at all accounts whose day has come. Several instances share the work. */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private final ClockTurns clockTurns;
    private final DuePages pages;
    private final Reckoning reckoning;
    private final Snapshots snapshots;
    private final RenewalMetrics metrics;
    private final InstantSource clock;
    private volatile boolean failing;
    private volatile boolean foretellingFails;
    private volatile boolean stopping;

    Sweep(
            ClockTurns clockTurns,
            DuePages pages,
            Reckoning reckoning,
            Snapshots snapshots,
            RenewalMetrics metrics,
            InstantSource clock) {
        this.clockTurns = clockTurns;
        this.snapshots = snapshots;
        this.pages = pages;
        this.reckoning = reckoning;
        this.metrics = metrics;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    @Scheduled(every = "${bellwether.renewal.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        long start = System.nanoTime();
        Instant now = clock.instant();
        try {
            clockTurns.mend(now);
            while (pages.lookAtNext(now)) {
                LOG.debug("more accounts are due than a page holds");
            }
            pages.closeBooks(now);
            reckoning.renew(now);
            while (reckoning.next(now)) {
                LOG.debug("more contracts are to be reckoned than a page holds");
            }
            failing = false;
            foretell(now);
            metrics.swept(Duration.ofNanos(System.nanoTime() - start));
        } catch (RuntimeException e) {
            metrics.sweepFailed();
            if (!failing && !stopping) { // the same failure again is not logged again
                LOG.errorf(e, "the sweep failed and is tried again");
            }
            failing = true;
        }
    }

    /** What could not be foretold is tried again with the next sweep, and holds up none. */
    private void foretell(Instant now) {
        try {
            snapshots.take(now);
            foretellingFails = false;
        } catch (RuntimeException e) {
            if (!foretellingFails && !stopping) {
                LOG.errorf(e, "the day's forecasts could not be kept; it is tried again");
            }
            foretellingFails = true;
        }
    }
}
