package dev.bellwether.ingest.publish;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;

/** Answers that fail by themselves when nobody completes them in time. To wait for one and to have it wakes no thread. */
final class Patience {

    /** How much later than it should an answer may fail. */
    private static final long TICK_MILLIS = 50;

    private final long millis;
    private final Runnable missed;
    private final Timer timer = new HashedWheelTimer(
            work -> Thread.ofPlatform().name("patience").daemon().unstarted(work), TICK_MILLIS, TimeUnit.MILLISECONDS);

    /** @param missed is told before an answer fails */
    Patience(Duration atMost, Runnable missed) {
        this.millis = atMost.toMillis();
        this.missed = missed;
    }

    /** An answer that somebody should complete. */
    @SuppressWarnings("FutureReturnValueIgnored") // cancelling cannot fail
    CompletableFuture<Void> answer() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Timeout timeout = timer.newTimeout(due -> miss(answer), millis, TimeUnit.MILLISECONDS);
        answer.whenComplete((done, failure) -> timeout.cancel());
        return answer;
    }

    private void miss(CompletableFuture<Void> answer) {
        if (!answer.isDone()) {
            missed.run();
            answer.completeExceptionally(new Unpublished(new TimeoutException("it has not in time")));
        }
    }

    /** Nobody waits any more. */
    void end() {
        timer.stop();
    }
}
