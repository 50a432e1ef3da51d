package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the service's Kafka consumers. */
@Singleton
public class Consumers {

    static final String GROUP = "health-service";

    // a killed instance blocks its partitions until the broker gives it up; this is the least that brokers allow
    private static final int SESSION_TIMEOUT_MILLIS = 6_000;

    // a poll's records are all in memory at once: with many of them every collection of garbage would copy them
    private static final int MOST_POLLED = 1_500;

    private final String brokers;
    private final HealthSettings settings;

    Consumers(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers, HealthSettings settings) {
        this.brokers = brokers;
        this.settings = settings;
    }

    /** A member of the group that shares the partitions. */
    Consumer<String, byte[]> member() {
        Map<String, Object> config = config();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        // the only built-in assignor that gives one member the same partition of every topic
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MILLIS / 4);
        return consumer(config);
    }

    /** One that reads on its own. */
    public Consumer<String, byte[]> reader() {
        Map<String, Object> config = config();
        // it reads what is there: a fetch that waits for more at the end would hold up the next one, elsewhere
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        return consumer(config);
    }

    /**
     * Where each log starts. Asked aside: a member of the group, which reads what is committed only, would take the answer
     * for where that ends, and reckon its lag from there.
     */
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        try (Consumer<String, byte[]> aside = reader()) {
            return aside.beginningOffsets(partitions);
        }
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // what a publisher's transaction has taken back never happened
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(MOST_POLLED, settings.batch()));
        return config;
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
