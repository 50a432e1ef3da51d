package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Fence;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that turns facts into health: it polls, folds, assesses and looks after time, while the transaction before is
 * on its way, so that an account is in one hand and a slow database slows consumption. After any failure it forgets
 * everything and starts again from what is committed.
 */
@ApplicationScoped
public class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final Shifts shifts;
    private final HealthSettings settings;
    private final HealthMetrics metrics;
    private final InstantSource clock;
    private final Thread thread = Thread.ofPlatform().name("health-engine").unstarted(this::run);

    private volatile boolean stopping;
    private volatile @Nullable Shift current;
    private volatile Instant lastRound = Instant.EPOCH;
    private volatile @Nullable Trouble trouble;

    /** What keeps the engine from working, since when, and when it did so last. */
    record Trouble(Instant since, Instant last, String what) {}

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

    /** What keeps it from working, since when it does; null while it works. */
    @Nullable
    Trouble trouble() {
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
                    boolean committed = shift.round(settings);
                    lastRound = clock.instant();
                    trouble = committed || isOver(trouble, lastRound) ? null : trouble;
                }
                shift.handOver();
            } catch (Fence.Lost e) {
                metrics.fenceLost();
                LOG.infof("starting over: %s", e.getMessage());
            } catch (RuntimeException e) {
                report(e);
                pause();
            } catch (Error e) {
                LOG.fatalf(e, "the engine cannot go on; the process ends so that it is started afresh");
                Quarkus.asyncExit(1);
                return;
            }
        }
    }

    /** Empty rounds alone are no proof: between two failures of the same batch a new shift always has some. */
    private static boolean isOver(@Nullable Trouble trouble, Instant now) {
        return trouble != null && trouble.last().isBefore(now.minus(QUIET));
    }

    /** The same trouble again is not logged again. */
    private void report(RuntimeException e) {
        Instant now = clock.instant();
        Trouble before = trouble;
        if (before != null && before.what().equals(e.toString())) {
            trouble = new Trouble(before.since(), now, before.what());
        } else {
            LOG.errorf(e, "nothing of the last batch was committed; starting again from what is");
            trouble = new Trouble(before == null ? now : before.since(), now, e.toString());
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
