package dev.bellwether.ingest.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a body is read: a small one where it arrives, a large one aside, for there it would keep all others waiting. */
public final class Aside {

    /** What takes about a millisecond, bytes. */
    private static final int SMALL = 65_536;

    /** How much larger a packed body is at least, whatever it says itself. */
    private static final int PACKED = 8;

    private Aside() {}

    /**
     * Does the work at once, or on a worker when the body is large.
     *
     * @param encoding the {@code Content-Encoding} of the body, or null
     */
    public static <T> Uni<T> ifLarge(byte[] body, @Nullable String encoding, Supplier<Uni<T>> work) {
        return isLarge(body, encoding) ? onWorker(Uni.createFrom().deferred(work::get)) : work.get();
    }

    /** The same for work that has a future. */
    public static <T> CompletableFuture<T> laterIfLarge(
            byte[] body, @Nullable String encoding, Supplier<CompletableFuture<T>> work) {
        return isLarge(body, encoding)
                ? onWorker(Uni.createFrom().completionStage(work)).subscribeAsCompletionStage()
                : work.get();
    }

    private static boolean isLarge(byte[] body, @Nullable String encoding) {
        return body.length > SMALL
                || (encoding != null && Math.max(Gzip.promised(body), (long) body.length * PACKED) > SMALL);
    }

    private static <T> Uni<T> onWorker(Uni<T> work) {
        return work.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
