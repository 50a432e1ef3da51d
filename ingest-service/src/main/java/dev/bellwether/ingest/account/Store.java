package dev.bellwether.ingest.account;

import dev.bellwether.ingest.IngestSettings;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The service's schema, one transaction at a time, for threads that may wait. */
@Singleton
class Store {

    private final Mutiny.SessionFactory sessions;
    private final IngestSettings settings;

    Store(Mutiny.SessionFactory sessions, IngestSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /**
     * Returns after the commit.
     *
     * @param doing completes a message that begins with "failed"
     * @throws StoreUnavailable when it failed or took too long; nothing was changed then, or it is not known
     */
    <T> T inTransaction(String doing, Function<Mutiny.StatelessSession, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(work)
                    .ifNoItem()
                    .after(settings.databaseWithin())
                    .fail());
        } catch (Throwable e) { // what a session throws is not narrower
            throw new StoreUnavailable("failed " + doing, e);
        }
    }
}
