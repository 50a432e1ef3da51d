package dev.bellwether.health.engine;

import dev.bellwether.contracts.Topic;
import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.feed.KnownOutages;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The partition numbers this instance owns. */
final class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);

    private final Consumers consumers;
    private final Takeover takeover;
    private final KnownOutages outages;
    private final Roster roster;
    private final InstantSource clock;
    private final Map<Integer, OwnedPartition> owned = new HashMap<>();
    private @Nullable OwnedPartition lastAskedFor;
    private @Nullable Placement placement;
    private final Hearing hearing = new Hearing();

    Partitions(Consumers consumers, Takeover takeover, KnownOutages outages, Roster roster, InstantSource clock) {
        this.consumers = consumers;
        this.takeover = takeover;
        this.outages = outages;
        this.roster = roster;
        this.clock = clock;
    }

    Collection<OwnedPartition> owned() {
        return owned.values();
    }

    OwnedPartition owned(int number) {
        OwnedPartition last = lastAskedFor;
        if (last != null && last.number() == number) {
            return last; // records come partition by partition
        }
        OwnedPartition partition = owned.get(number);
        if (partition == null) {
            throw new IllegalStateException("partition " + number + " is not owned");
        }
        lastAskedFor = partition;
        return partition;
    }

    /** Where records belong, as of the last take-over. */
    Placement placement() {
        return Objects.requireNonNull(placement, "nothing is read before something is owned");
    }

    /** What was noted of arrivals since this shift began. */
    Hearing hearing() {
        return hearing;
    }

    /** Adds to the batch which usage was counted, of the partitions in which that has not been written down for long. */
    void writeDown(OpenBatch batch) {
        batch.consumedUpTo().forEach((partition, upTo) -> {
            if (isUsage(partition)) {
                owned(partition.partition()).counted().drain(partition, upTo).ifPresent(batch.changes()::add);
            }
        });
    }

    /** Tells what the ids of recent usage take of memory. */
    void measure(HealthMetrics metrics) {
        long ids = 0;
        long bytes = 0;
        for (OwnedPartition partition : owned.values()) {
            ids += partition.counted().size();
            bytes += partition.counted().bytes();
        }
        metrics.repeats(ids, bytes);
    }

    /** Whether it is one of the topic of usage. */
    static boolean isUsage(TopicPartition partition) {
        return partition.topic().equals(Topic.USAGE_EVENTS.topicName());
    }

    /** Lets partitions go, with everything that was in memory of their accounts. */
    void release(Collection<TopicPartition> revoked) {
        Set<Integer> numbers = revoked.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        numbers.forEach(owned::remove);
        lastAskedFor = null;
        roster.forget(numbers);
    }

    /** Takes partitions over and lets the consumer go on where their former owners committed; answers where that is. */
    Map<TopicPartition, Long> take(Collection<TopicPartition> assigned, Consumer<String, byte[]> consumer) {
        if (assigned.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        requireTogether(assigned);
        placement = new Placement(
                consumer.partitionsFor(Topic.USAGE_EVENTS.topicName()).size());
        for (OwnedPartition partition : takeover.take(consumers.beginnings(assigned), clock.instant(), placement)) {
            owned.put(partition.number(), partition);
            lastAskedFor = null;
            offsets.putAll(partition.offsets());
        }
        // how far a turn has come is believed only by those who know at least the outages that its former owner knew
        outages.refresh();
        offsets.forEach(consumer::seek);
        LOG.infof("owns partitions %s", owned.keySet());
        return offsets;
    }

    /** An account's events of all kinds must meet here; the range assignor grants it when the topics are alike. */
    private static void requireTogether(Collection<TopicPartition> assigned) {
        assigned.stream()
                .collect(Collectors.groupingBy(TopicPartition::partition))
                .forEach((number, topics) -> {
                    if (topics.size() != Topic.INBOUND.size()) {
                        throw new IllegalStateException("partition " + number + " came as " + topics
                                + ": the inbound topics must have equally many partitions");
                    }
                });
    }
}
