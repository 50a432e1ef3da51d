package dev.bellwether.renewal.account;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs transactions for callers on worker threads, each with a session and an event-loop context of its own. */
@ApplicationScoped
public class Transactions {

    private final Mutiny.SessionFactory sessions;

    Transactions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Returns after the commit; throws what made the work fail, after the rollback. */
    public <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(session -> {
                // looking for changed rows before every statement would cost rows × statements
                session.setFlushMode(FlushMode.COMMIT);
                return work.apply(session);
            }));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the transaction failed", e);
        }
    }
}
