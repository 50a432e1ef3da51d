package dev.bellwether.health.api;

import dev.bellwether.health.store.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads an answer from one state of the database: a commit in between would tear an account from its flags. */
@ApplicationScoped
class OneState {

    private final Mutiny.SessionFactory sessions;

    OneState(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** What the queries find, all of which see the same. */
    <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> queries) {
        return sessions.withTransaction(session ->
                session.createNativeQuery(Snapshots.AS_OF_NOW).executeUpdate().chain(() -> queries.apply(session)));
    }
}
