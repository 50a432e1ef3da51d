package dev.bellwether.ingest.account;

import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Reach;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The service's schema, one transaction at a time, for threads that may wait. */
@Singleton
class Store {

    /** Threads that may wait for it at once; fewer than there are, so that those who need no database go on. */
    private static final int WAITING = 64;

    private final Mutiny.SessionFactory sessions;
    private final IngestSettings settings;
    private final Reach reach = new Reach();
    private final Semaphore waiting = new Semaphore(WAITING);

    Store(Mutiny.SessionFactory sessions, IngestSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /**
     * Returns after the commit. While the database is known not to answer it is tried by one at a time.
     *
     * @param doing completes a message that begins with "failed"
     * @throws StoreUnavailable when it failed, took too long, or too many wait already; nothing was changed then, or it is
     *     not known
     */
    <T> T inTransaction(String doing, Function<Mutiny.StatelessSession, Uni<T>> work) {
        if (!waiting.tryAcquire()) {
            throw new StoreUnavailable("failed " + doing, new TimeoutException("too many wait for it"));
        }
        try {
            if (!reach.admits()) {
                throw new StoreUnavailable("failed " + doing, new TimeoutException("it has not answered for a while"));
            }
            return answered(doing, work);
        } finally {
            waiting.release();
        }
    }

    private <T> T answered(String doing, Function<Mutiny.StatelessSession, Uni<T>> work) {
        try {
            T result = VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(work)
                    .ifNoItem()
                    .after(settings.databaseWithin())
                    .failWith(TimeoutException::new));
            reach.reached();
            return result;
        } catch (Throwable e) { // what a session throws is not narrower
            if (Outage.cause(e) instanceof TimeoutException) {
                reach.missed();
            } else {
                reach.failed();
            }
            throw new StoreUnavailable("failed " + doing, e);
        }
    }
}
