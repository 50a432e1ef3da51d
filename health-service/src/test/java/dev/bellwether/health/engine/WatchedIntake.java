package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** Tells what was taken. */
final class WatchedIntake extends Intake {

    private final Map<TopicPartition, Long> taken = new ConcurrentHashMap<>();
    private volatile long openCharacters;

    WatchedIntake(Reader reader, Fold fold, HealthMetrics metrics) {
        super(reader, fold, metrics);
    }

    /** How far each topic was read. */
    Map<TopicPartition, Long> taken() {
        return Map.copyOf(taken);
    }

    /** Characters of the facts in the batch that is being filled. */
    long openCharacters() {
        return openCharacters;
    }

    @Override
    void take(Decoding decoding, OpenBatch batch, Partitions partitions, Roster roster) {
        super.take(decoding, batch, partitions, roster);
        taken.putAll(batch.consumedUpTo());
        openCharacters = batch.changes().factCharacters();
    }
}
