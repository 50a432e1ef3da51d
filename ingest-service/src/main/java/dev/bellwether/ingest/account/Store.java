package dev.bellwether.ingest.account;

import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Reach;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** The service's schema, one transaction at a time, for threads that may wait: for their turn, and for the commit. */
@Singleton
class Store {

    /** Who may wait at once. */
    private static final int WAITING = 1_000;

    private final Mutiny.SessionFactory sessions;
    private final long within;
    private final Outage outage;
    private final Reach reach = new Reach();
    private final Semaphore line = new Semaphore(WAITING);
    private final Semaphore turns;
    /** When it last did what was asked, of {@link System#nanoTime}. */
    private volatile long answered = System.nanoTime();

    /** @param connections as many have their turn at once, so that none of them waits for a connection */
    Store(
            Mutiny.SessionFactory sessions,
            IngestSettings settings,
            Outage outage,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections) {
        this.sessions = sessions;
        this.within = settings.databaseWithin().toNanos();
        this.outage = outage;
        this.turns = new Semaphore(connections, true);
    }

    /**
     * Returns after the commit. While the database is known not to answer it is tried by one at a time.
     *
     * @param doing completes a message that begins with "failed"
     * @throws StoreUnavailable when it failed, took too long, or too many wait already; nothing was changed then, or it is
     *     not known
     */
    <T> T inTransaction(String doing, Function<Mutiny.StatelessSession, Uni<T>> work) {
        if (!line.tryAcquire()) {
            throw StoreUnavailable.crowded(doing);
        }
        try {
            return inTurn(doing, work, Errand.begin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreUnavailable.away(doing, e);
        } finally {
            line.release();
        }
    }

    private <T> T inTurn(String doing, Function<Mutiny.StatelessSession, Uni<T>> work, long begin)
            throws InterruptedException {
        if (reach.isShut()) {
            throw silent(doing);
        }
        // whose turn comes so late has no time left to be done
        if (!turns.tryAcquire(left(begin, within / 2), TimeUnit.NANOSECONDS)) {
            throw late(doing, begin);
        }
        try {
            Reach.Leave leave = reach.ask();
            if (leave == null) {
                throw silent(doing);
            }
            return done(doing, work, begin, leave);
        } finally {
            turns.release();
        }
    }

    private <T> T done(String doing, Function<Mutiny.StatelessSession, Uni<T>> work, long begin, Reach.Leave leave)
            throws InterruptedException {
        long sent = System.nanoTime();
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            begin(work, answer);
            T result = answer.get(left(begin, within), TimeUnit.NANOSECONDS);
            answered = System.nanoTime();
            leave.reached();
            outage.over(Outage.Of.DATABASE);
            return result;
        } catch (TimeoutException e) {
            answer.cancel(false);
            // who had spent the better part on other things says nothing of the database
            StoreUnavailable late = sent - begin > within / 2 ? StoreUnavailable.crowded(doing) : late(doing, sent);
            if (!late.isCrowded()) {
                leave.missed();
            }
            throw late;
        } catch (ExecutionException e) {
            throw StoreUnavailable.away(doing, e);
        } finally {
            leave.failed(); // unless it has ended already
        }
    }

    /**
     * Nobody cancels what has begun, for a transaction that is cut off half-way leaves its connection in disorder: it ends by
     * itself, and PostgreSQL lets none wait for a lock for long. What has not begun when nobody waits any more is not done.
     */
    private <T> void begin(Function<Mutiny.StatelessSession, Uni<T>> work, CompletableFuture<T> answer) {
        VertxContextSupport.subscribe(
                () -> Uni.createFrom()
                        .deferred(() -> sessions.withStatelessTransaction(session -> answer.isDone()
                                ? Uni.createFrom().failure(new TimeoutException())
                                : work.apply(session)))
                        .toMulti(),
                multi -> multi.with(answer::complete, answer::completeExceptionally, () -> answer.complete(null)));
    }

    /** How long the request at hand may yet wait for a turn, nanoseconds; not above 0 when it may not. */
    long leftForTurn() {
        return left(Errand.begin(), within / 2);
    }

    private static long left(long begin, long within) {
        return begin + within - System.nanoTime();
    }

    private static StoreUnavailable silent(String doing) {
        return StoreUnavailable.away(doing, new TimeoutException("it has not answered for a while"));
    }

    /** Whether anybody was answered since it was asked for tells a crowd from a database that does not answer. */
    private StoreUnavailable late(String doing, long asked) {
        return answered - asked > 0
                ? StoreUnavailable.crowded(doing)
                : StoreUnavailable.away(doing, new TimeoutException("it has not answered in time"));
    }
}
