package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.Ledger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * At every fourth commit, sixteen times, the engine dies before it, when all is written but not committed, or when it is
 * committed and the engine has not heard of it, or finds that another instance has claimed its partitions meanwhile.
 */
@Alternative
@Singleton
public class UnreliableCommitter extends Committer {

    private static final int COMMITS_A_FAILURE = 4;
    private static final int MOST_FAILURES = 16;
    private static final Set<String> FAILURES = new ConcurrentSkipListSet<>();

    private final Pool pool;
    private final Fence fence;
    private final Ledger ledger;
    private int commits;
    private int failures;

    UnreliableCommitter(Pool pool, Fence fence, Ledger ledger, HealthSettings settings) {
        super(pool, fence, ledger, settings);
        this.pool = pool;
        this.fence = fence;
        this.ledger = ledger;
    }

    /** In which ways it has failed so far. */
    public static Set<String> failures() {
        return Set.copyOf(FAILURES);
    }

    @Override
    CompletableFuture<Void> commit(Collection<Fence.Move> moves, Changes changes) {
        commits++;
        boolean fails = commits % COMMITS_A_FAILURE == 0 && failures < MOST_FAILURES;
        // each way in turn
        return switch (fails ? failures++ % 4 : -1) {
            case 0 -> CompletableFuture.failedFuture(killed("before the commit"));
            case 1 -> writtenAndNotCommitted(moves, changes);
            case 2 ->
                super.commit(moves, changes).thenAccept(done -> {
                    throw killed("after the commit");
                });
            case 3 -> {
                anotherInstanceClaimsAll();
                yield super.commit(moves, changes).whenComplete((done, failure) -> note(failure));
            }
            default -> super.commit(moves, changes);
        };
    }

    private CompletableFuture<Void> writtenAndNotCommitted(Collection<Fence.Move> moves, Changes changes) {
        return pool.withTransaction(transaction -> fence.advance(transaction, moves)
                        .chain(() -> ledger.save(transaction, changes))
                        .chain(() -> Uni.createFrom().<Void>failure(killed("within the commit"))))
                .subscribeAsCompletionStage();
    }

    private static void note(@Nullable Throwable failure) {
        if (failure instanceof Fence.Lost || (failure != null && failure.getCause() instanceof Fence.Lost)) {
            FAILURES.add("fenced");
        }
    }

    private static IllegalStateException killed(String when) {
        FAILURES.add(when);
        return new IllegalStateException("killed by the test " + when);
    }

    private void anotherInstanceClaimsAll() {
        pool.query("update consumed_offset set epoch = epoch + 1")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
