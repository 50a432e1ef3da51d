package dev.bellwether.health.engine;

import dev.bellwether.contracts.Topic;
import dev.bellwether.health.store.Fence;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** The partition numbers this instance owns; takes them over and lets them go as the group rebalances. */
final class Partitions implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Partitions.class);

    private final Consumer<String, byte[]> consumer;
    private final Takeover takeover;
    private final AccountCache cache;
    private final Map<Integer, OwnedPartition> owned = new HashMap<>();

    Partitions(Consumer<String, byte[]> consumer, Takeover takeover, AccountCache cache) {
        this.consumer = consumer;
        this.takeover = takeover;
        this.cache = cache;
    }

    Collection<OwnedPartition> owned() {
        return List.copyOf(owned.values());
    }

    OwnedPartition owned(int number) {
        OwnedPartition partition = owned.get(number);
        if (partition == null) {
            throw new IllegalStateException("partition " + number + " is not owned");
        }
        return partition;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        Set<Integer> numbers = revoked.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        numbers.forEach(owned::remove);
        cache.forget(numbers);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        Map<Integer, Set<TopicPartition>> byNumber = new HashMap<>();
        for (TopicPartition partition : assigned) {
            byNumber.computeIfAbsent(partition.partition(), number -> new HashSet<>())
                    .add(partition);
        }
        byNumber.forEach(Partitions::requireTogether);
        Map<TopicPartition, Fence.Claim> claims = takeover.claim(consumer.beginningOffsets(assigned));
        claims.forEach((partition, claim) -> consumer.seek(partition, claim.nextOffset()));
        byNumber.forEach((number, topics) -> owned.put(number, takeover.take(number, topics, claims)));
        LOG.infof("owns partitions %s", owned.keySet());
    }

    /** An account's events of all kinds must meet here; the range assignor grants it when the topics are alike. */
    private static void requireTogether(int number, Set<TopicPartition> topics) {
        if (topics.size() != Topic.INBOUND.size()) {
            throw new IllegalStateException("partition " + number + " came as " + topics
                    + ": the inbound topics must have equally many partitions");
        }
    }
}
