package dev.bellwether.ingest.account;

import io.smallrye.mutiny.Uni;

/**
 * What a request has to do in the database. It is done on a thread of its own, which may wait and costs next to nothing while it
 * does; all of its transactions together may take as long as one, counted from when it was handed over.
 */
public final class Errand {

    private static final ThreadLocal<Long> BEGIN = new ThreadLocal<>();

    private Errand() {}

    /** The same work on such a thread. */
    public static <T> Uni<T> of(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            long begin = System.nanoTime();
            return work.runSubscriptionOn(
                    steps -> Thread.ofVirtual().name("errand").start(() -> {
                        BEGIN.set(begin);
                        steps.run();
                    }));
        });
    }

    /** When that of the thread at hand began, of {@link System#nanoTime}; what belongs to no request begins anew each time. */
    static long begin() {
        Long begin = BEGIN.get();
        return begin == null ? System.nanoTime() : begin;
    }
}
