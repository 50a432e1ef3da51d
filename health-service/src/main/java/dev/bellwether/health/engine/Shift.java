package dev.bellwether.health.engine;

import dev.bellwether.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The engine's work between one start and one failure or stop: a consumer and everything remembered along with it. */
final class Shift implements AutoCloseable {

    private static final List<String> TOPICS =
            Topic.INBOUND.stream().map(Topic::topicName).toList();

    private final Consumer<String, byte[]> consumer;
    private final Partitions partitions;
    private final Roster roster;
    private final Intake intake;
    private final Upkeep upkeep;

    Shift(Consumer<String, byte[]> consumer, Partitions partitions, Roster roster, Intake intake, Upkeep upkeep) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.roster = roster;
        this.intake = intake;
        this.upkeep = upkeep;
        consumer.subscribe(TOPICS, partitions);
    }

    /** Takes one batch if there is one, then looks after what time has changed. True when a batch was committed. */
    boolean round(Duration poll, InstantSource clock) {
        ConsumerRecords<String, byte[]> records = consumer.poll(poll);
        Instant now = clock.instant();
        if (!records.isEmpty()) {
            intake.take(records, partitions, roster, now);
            tellBroker(records);
        }
        for (OwnedPartition partition : partitions.owned()) {
            upkeep.settle(partition, roster, now);
            upkeep.turn(partition, roster, now);
        }
        return !records.isEmpty();
    }

    /** From another thread: makes a waiting poll end. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** The fence decides; the broker is told so that everyone's tools see the lag. */
    private void tellBroker(ConsumerRecords<String, byte[]> records) {
        consumer.commitAsync(records.nextOffsets(), null);
    }
}
