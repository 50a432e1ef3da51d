package dev.bellwether.health.engine;

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

    Committer(Pool pool, Fence fence, Ledger ledger) {
        this.pool = pool;
        this.fence = fence;
        this.ledger = ledger;
    }

    /**
     * Begins to commit; completes when all is committed, or with a failure when nothing was written.
     *
     * <p>Fails with {@link Fence.Lost} when a partition is another instance's by now.
     *
     * @param moves of the offsets that prove the caller's ownership of every partition whose accounts the changes touch
     */
    CompletableFuture<Void> commit(Collection<Fence.Move> moves, Changes changes) {
        return pool.withTransaction(
                        transaction -> fence.advance(transaction, moves).chain(() -> ledger.save(transaction, changes)))
                .subscribeAsCompletionStage();
    }
}
