package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.Ledger;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;

/** Commits when it is let; tells what. */
final class HeldCommitter extends Committer {

    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();
    private final List<Long> sizes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();

    HeldCommitter(Pool pool, Fence fence, Ledger ledger, HealthSettings settings) {
        super(pool, fence, ledger, settings);
    }

    /** Whether a commit has begun. */
    boolean isHolding() {
        return !sizes.isEmpty();
    }

    void release() {
        gate.complete(null);
    }

    /** How far each topic is committed. */
    Map<TopicPartition, Long> committed() {
        return Map.copyOf(committed);
    }

    /** Characters of the facts of each transaction that has begun. */
    List<Long> sizes() {
        return List.copyOf(sizes);
    }

    @Override
    CompletableFuture<Void> commit(Collection<Fence.Move> moves, Changes changes) {
        sizes.add(changes.factCharacters());
        return gate.thenCompose(released -> super.commit(moves, changes))
                .thenRun(() -> moves.forEach(move -> committed.put(move.partition(), move.upTo())));
    }
}
