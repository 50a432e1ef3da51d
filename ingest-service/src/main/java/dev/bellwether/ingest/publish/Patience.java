package dev.bellwether.ingest.publish;

import dev.bellwether.ingest.Reach;
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
    private final Timer timer = new HashedWheelTimer(
            work -> Thread.ofPlatform().name("patience").daemon().unstarted(work), TICK_MILLIS, TimeUnit.MILLISECONDS);

    Patience(Duration atMost) {
        this.millis = atMost.toMillis();
    }

    /** An answer that somebody should complete. The leave ends with it, also when who asked for it waits no longer. */
    @SuppressWarnings("FutureReturnValueIgnored") // cancelling cannot fail
    CompletableFuture<Void> answer(Reach.Leave leave) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Timeout timeout = timer.newTimeout(due -> miss(answer, leave), millis, TimeUnit.MILLISECONDS);
        answer.whenComplete((done, failure) -> {
            timeout.cancel();
            leave.failed();
        });
        return answer;
    }

    private void miss(CompletableFuture<Void> answer, Reach.Leave leave) {
        if (!answer.isDone()) {
            leave.missed();
            answer.completeExceptionally(new Unpublished(new TimeoutException("it has not in time")));
        }
    }

    /** Nobody waits any more. */
    void end() {
        timer.stop();
    }
}
