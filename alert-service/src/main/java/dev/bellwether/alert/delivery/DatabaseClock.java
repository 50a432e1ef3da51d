package dev.bellwether.alert.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** The one clock that all processes share. */
final class DatabaseClock {

    private DatabaseClock() {}

    /** The time now, not that at which the transaction began. */
    static Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
