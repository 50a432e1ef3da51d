package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Fence;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another instance of the engine in the same process, with a memory of its own: again and again it joins the group, takes
 * some of the partitions, works a little, and leaves, every other time without handing over what it has folded.
 */
@Singleton
public class SecondInstance implements AutoCloseable {

    private static final int COMMITS_A_STAY = 3;

    private final Shifts shifts;
    private final HealthSettings settings;
    private final AtomicInteger stays = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().name("second-instance").unstarted(this::run);
    private volatile boolean leaving;

    SecondInstance(Shifts shifts, HealthSettings settings) {
        this.shifts = shifts;
        this.settings = settings;
    }

    public void start() {
        thread.start();
    }

    /** How often it came and left with work done. */
    public int stays() {
        return stays.get();
    }

    /** Leaves for good. */
    @Override
    public void close() {
        leaving = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the second instance left", e);
        }
    }

    private void run() {
        while (!leaving) {
            try (Shift shift = shifts.begin()) {
                int until = commits.get() + COMMITS_A_STAY;
                while (!leaving && commits.get() < until) {
                    commits.addAndGet(shift.round(settings) ? 1 : 0);
                }
                if (leaving || stays.incrementAndGet() % 2 == 0) {
                    shift.handOver();
                }
            } catch (Fence.Lost e) {
                // the other one claimed the partitions meanwhile; it starts over, as the engine does
            }
        }
    }
}
