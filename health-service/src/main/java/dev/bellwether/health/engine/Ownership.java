package dev.bellwether.health.engine;

import dev.bellwether.health.store.Fence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What proves, in a commit, that this instance owns every partition it writes accounts of.
 *
 * @param moves at least one a partition
 */
record Ownership(Set<OwnedPartition> partitions, List<Fence.Move> moves) {

    static Ownership of(OpenBatch batch, Partitions all) {
        Set<OwnedPartition> partitions = new HashSet<>(batch.lookedAfter());
        batch.consumedUpTo().keySet().forEach(consumed -> partitions.add(all.owned(consumed.partition())));
        List<Fence.Move> moves = new ArrayList<>();
        partitions.forEach(partition -> moves.addAll(partition.moves(batch.consumedUpTo())));
        return new Ownership(partitions, moves);
    }

    /** The moves are committed. */
    void moved() {
        partitions.forEach(partition -> partition.moved(moves));
    }
}
