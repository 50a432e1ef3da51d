package dev.bellwether.health.feed;

import dev.bellwether.health.HealthSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One thread that lets the watch look, again and again; a look that fails is followed by the next. */
@ApplicationScoped
class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final long STOP_SECONDS = 10;

    private final FeedWatch watch;
    private final InstantSource clock;
    private final HealthSettings settings;
    private final String brokers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("feed-watch").daemon().unstarted(work));

    private @Nullable Backlog backlog;
    private boolean failing;

    Rounds(
            FeedWatch watch,
            InstantSource clock,
            HealthSettings settings,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.watch = watch;
        this.clock = clock;
        this.settings = settings;
        this.brokers = brokers;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the process ends; every round handles its own failure
    void start(@Observes StartupEvent started) {
        long every = settings.feeds().watchEvery().toMillis();
        thread.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdownNow();
        if (thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            forgetBroker();
        }
    }

    private void round() {
        try {
            if (backlog == null) {
                backlog = new Backlog(brokers);
            }
            watch.look(backlog, clock.instant());
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !thread.isShutdown()) { // the same failure again is not logged again
                LOG.warnf(e, "the sources could not be looked at; they are tried again");
            }
            failing = true;
            forgetBroker();
        }
    }

    private void forgetBroker() {
        if (backlog != null) {
            backlog.close();
            backlog = null;
        }
    }
}
