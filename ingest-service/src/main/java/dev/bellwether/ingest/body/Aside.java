package dev.bellwether.ingest.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/** Where a body is read: a small one where it arrives, a large one aside, for there it would keep all others waiting. */
public final class Aside {

    /** What takes about a millisecond, bytes. */
    private static final int SMALL = 65_536;

    private Aside() {}

    /** Does the work at once, or on a worker when the body is large. */
    public static <T> Uni<T> ifLarge(byte[] body, Supplier<Uni<T>> work) {
        return body.length <= SMALL ? work.get() : onWorker(Uni.createFrom().deferred(work::get));
    }

    /** The same work on a worker, which may wait. */
    public static <T> Uni<T> onWorker(Uni<T> work) {
        return work.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
