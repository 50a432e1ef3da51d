package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.policy.Channel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The thread on which a courier goes its rounds: at once when nudged or while it finds something, else at intervals. */
final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration TO_RECORD = Duration.ofSeconds(2);

    private final Courier courier;
    private final Channel channel;
    private final AlertSettings.Worker settings;
    private final Duration lastRound;
    private final Semaphore nudges = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    Rounds(Courier courier, Duration timeout, AlertSettings.Worker settings) {
        this.lastRound = timeout.plus(TO_RECORD);
        this.courier = courier;
        this.channel = courier.channel();
        this.settings = settings;
        this.thread =
                Thread.ofPlatform().name("courier-" + channel.label()).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void nudge() {
        nudges.release();
    }

    /** Begins no further round. */
    void stop() {
        stopped.countDown();
        nudges.release();
    }

    /** Waits until what is on its way is answered and recorded: what is cut off there is sent twice. */
    void join() {
        try {
            if (!thread.join(TO_RECORD)) {
                thread.interrupt();
            }
            courier.rest(lastRound);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Circuit.State state() {
        return courier.state();
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (!round()) {
                    pause(courier.pause(settings.interval()));
                }
            }
        } catch (InterruptedException e) {
            // asked to stop in the middle of a round: its leases run out and another process takes over
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more to do at once. */
    private boolean round() throws InterruptedException {
        try {
            boolean found = courier.round(this::nudge).await().atMost(settings.lease()) > 0;
            failing = false;
            return found;
        } catch (RuntimeException e) {
            if (!failing) { // the same failure again is not logged again
                LOG.errorf(e, "a round of messages failed and is tried again: channel=%s", channel.label());
            }
            failing = true;
            pause(PAUSE_AFTER_FAILURE);
            return false;
        }
    }

    private void pause(Duration longest) throws InterruptedException {
        boolean nudged = nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (nudged) {
            nudges.drainPermits(); // any number of nudges is one round
        }
    }
}
