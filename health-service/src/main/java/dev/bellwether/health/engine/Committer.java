package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.Ledger;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** State, flags, announcements and consumed offsets in one transaction, or none of them. */
@Singleton
class Committer {

    private final Pool pool;
    private final Fence fence;
    private final Ledger ledger;
    // whoever waits has given up by then: the locks of a transaction whose instance is gone must not outlive it by
    // hours
    private final String limits;

    Committer(Pool pool, Fence fence, Ledger ledger, HealthSettings settings) {
        this.pool = pool;
        this.fence = fence;
        this.ledger = ledger;
        long millis = settings.transactionLimit().toMillis();
        this.limits = "set local statement_timeout = " + millis + "; set local idle_in_transaction_session_timeout = "
                + millis;
    }

    /**
     * Begins to commit; completes when all is committed. Fails with {@link Fence.Lost}, having written nothing, when a
     * partition is another instance's by now. After any other failure it may be committed or not: the offsets tell.
     *
     * @param moves of the offsets that prove the caller's ownership of every partition whose accounts the changes touch
     */
    CompletableFuture<Void> commit(Collection<Fence.Move> moves, Changes changes) {
        return pool.withTransaction(transaction -> transaction
                        .query(limits)
                        .execute()
                        .chain(() -> fence.advance(transaction, moves))
                        .chain(() -> ledger.save(transaction, changes)))
                .subscribeAsCompletionStage();
    }
}
