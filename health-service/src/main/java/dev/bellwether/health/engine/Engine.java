package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Fence;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that turns facts into health: it polls, commits and looks after time, one after the other, so that an
 * account is in one hand and a slow database slows consumption. After any failure it forgets everything and starts
 * again from what is committed.
 */
@ApplicationScoped
public class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Shifts shifts;
    private final HealthSettings settings;
    private final HealthMetrics metrics;
    private final InstantSource clock;
    private final Thread thread = Thread.ofPlatform().name("health-engine").unstarted(this::run);

    private volatile boolean stopping;
    private volatile @Nullable Shift current;
    private volatile Instant lastRound = Instant.EPOCH;
    private volatile String trouble = "";

    Engine(Shifts shifts, HealthSettings settings, HealthMetrics metrics, InstantSource clock) {
        this.shifts = shifts;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** When the engine last came round; the distant past before it ever did. */
    public Instant lastRound() {
        return lastRound;
    }

    /** What keeps it from working; empty while it works. */
    public String trouble() {
        return trouble;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        Shift shift = current;
        if (shift != null) {
            shift.wakeUp();
        }
        if (!thread.join(STOP_LIMIT)) {
            thread.interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try (Shift shift = shifts.begin()) {
                current = shift;
                while (!stopping) {
                    shift.round(settings.poll(), clock);
                    lastRound = clock.instant();
                    trouble = "";
                }
            } catch (WakeupException e) {
                LOG.debug("stopping");
            } catch (Fence.Lost e) {
                metrics.fenceLost();
                LOG.infof("starting over: %s", e.getMessage());
            } catch (RuntimeException e) {
                report(e);
                pause();
            }
        }
    }

    /** The same trouble again is not logged again. */
    private void report(RuntimeException e) {
        if (!e.toString().equals(trouble)) {
            LOG.errorf(e, "nothing of the last batch was committed; starting again from what is");
            trouble = e.toString();
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.pauseAfterFailure());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
