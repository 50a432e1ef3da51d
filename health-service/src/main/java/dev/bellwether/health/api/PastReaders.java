package dev.bellwether.health.api;

import dev.bellwether.health.HealthSettings;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has questions about the past answered a few at a time: each has its account in memory as a whole, beside those of the
 * engine, and a connection of the pool that the engine commits through.
 */
@ApplicationScoped
class PastReaders {

    /** Each holds a thread that others need as well. */
    private static final int MOST_WAITING = 64;

    private final Semaphore free;
    private final Semaphore room;
    private final Duration patience;

    @Inject
    PastReaders(HealthSettings settings) {
        this(settings.past().readersAtMost(), settings.past().patience());
    }

    PastReaders(int atMost, Duration patience) {
        this.free = new Semaphore(atMost, true);
        this.room = new Semaphore(atMost + MOST_WAITING);
        this.patience = patience;
    }

    /**
     * The answer, worked out by a thread that may wait.
     *
     * @throws Refusal through the answer, at once when many wait, or when others are still at it after a while
     */
    <A> Uni<A> reading(Supplier<A> answer) {
        return Uni.createFrom().deferred(() -> {
            if (!room.tryAcquire()) {
                throw busy();
            }
            return Uni.createFrom()
                    .item(() -> inTurn(answer))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .onTermination()
                    .invoke(() -> room.release());
        });
    }

    private <A> A inTurn(Supplier<A> answer) {
        if (!isFree()) {
            throw busy();
        }
        try {
            return answer.get();
        } catch (TimeoutException e) {
            throw Refusal.unavailable("the database takes too long; try again");
        } finally {
            free.release();
        }
    }

    private static Refusal busy() {
        return Refusal.unavailable("others are asking about the past at this moment; try again");
    }

    private boolean isFree() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
