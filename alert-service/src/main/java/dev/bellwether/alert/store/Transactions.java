package dev.bellwether.alert.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens transactions. Each has an event-loop context of its own, so that callers on any thread may ask for one. */
@ApplicationScoped
public class Transactions {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Mutiny.SessionFactory sessions;
    private final VertxInternal vertx;

    Transactions(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = (VertxInternal) vertx;
    }

    /**
     * Commits when the work completes, rolls back when it fails. Fails as well when nothing is heard of the database for
     * long: a connection that is dead and does not say so holds nobody up for ever. What ends after that is rolled back.
     */
    public <T> Uni<T> in(Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            AtomicBoolean late = new AtomicBoolean();
            return begun(session -> unlessLate(
                            late,
                            () -> work.apply(session).call(session::flush))) // what is written later cannot be checked
                    .ifNoItem()
                    .after(LONGEST)
                    .failWith(() -> {
                        late.set(true);
                        return new TimeoutException();
                    });
        });
    }

    private <T> Uni<T> begun(Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = vertx.createEventLoopContext().duplicate();
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> sessions.withTransaction(work).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    /** Does nothing when nobody waits for it any more, and fails when that came about meanwhile. */
    static <T> Uni<T> unlessLate(AtomicBoolean late, Supplier<Uni<T>> work) {
        return check(late).chain(work::get).call(() -> check(late));
    }

    private static Uni<Void> check(AtomicBoolean late) {
        return Uni.createFrom()
                .deferred(() -> late.get()
                        ? Uni.createFrom().failure(new TimeoutException())
                        : Uni.createFrom().voidItem());
    }
}
