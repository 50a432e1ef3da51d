package dev.bellwether.health.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what other threads do, and fails as they do. */
final class Waiting {

    private Waiting() {}

    /** Returns when it is done; throws what it failed with. */
    static void on(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
    }

    /**
     * The same, with a limit.
     *
     * @throws IllegalStateException when it takes longer; what it does goes on
     */
    static void on(CompletableFuture<Void> work, Duration limit) {
        on(work.copy()
                .orTimeout(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? new IllegalStateException("the database took too long", failure)
                                : failure)));
    }

    /** An error is no failure that one could get over: it stays what it is. */
    private static RuntimeException unwrapped(CompletionException e) {
        Throwable cause = e.getCause();
        while (cause instanceof CompletionException wrapped && wrapped.getCause() != null) {
            cause = wrapped.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : e;
    }
}
