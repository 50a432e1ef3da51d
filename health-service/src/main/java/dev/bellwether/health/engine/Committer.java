package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.Ledger;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** State, flags, announcements and consumed offsets in one transaction, or none of them. */
@ApplicationScoped
class Committer {

    private final Pool pool;
    private final Fence fence;
    private final Ledger ledger;
    private final HealthSettings settings;
    private final HealthMetrics metrics;

    Committer(Pool pool, Fence fence, Ledger ledger, HealthSettings settings, HealthMetrics metrics) {
        this.pool = pool;
        this.fence = fence;
        this.ledger = ledger;
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Returns when all is committed.
     *
     * @param partitions whose accounts the changes touch
     * @param consumedUpTo the offsets to go on from, of the topics that were consumed
     * @throws Fence.Lost when a partition is another instance's by now; nothing was written
     */
    void commit(Collection<OwnedPartition> partitions, Map<TopicPartition, Long> consumedUpTo, Changes changes) {
        List<Fence.Move> moves = new ArrayList<>();
        partitions.forEach(partition -> moves.addAll(partition.moves(consumedUpTo)));
        pool.withTransaction(
                        transaction -> fence.advance(transaction, moves).chain(() -> ledger.save(transaction, changes)))
                .await()
                .atMost(settings.transactionLimit());
        partitions.forEach(partition -> partition.moved(moves));
        metrics.announced(changes.announcements());
    }
}
