package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.IngestSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets imports, with the rows they refused, some time after their last row. */
@Singleton
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private final Jobs jobs;
    private final IngestSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().name("imports-forgetting").daemon().unstarted(work));

    Forgetting(Jobs jobs, IngestSettings settings, Clock clock) {
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the process ends; a round handles its own failure
    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::round, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Returns how many were forgotten. */
    int forget() {
        return jobs.forget(clock.instant().minus(settings.imports().keepFor()));
    }

    private void round() {
        try {
            forget();
        } catch (RuntimeException e) { // the next round tries again
            LOG.warnf("old imports are kept for now: %s", e.getMessage());
        }
    }
}
