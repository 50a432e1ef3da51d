package dev.bellwether.system.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far the health service has come with the facts on the log. */
public record Consumption(String kafka, String postgres) {

    private static final List<String> FACTS =
            List.of("usage-events", "billing-events", "support-events", "feedback-events", "account-events");

    /** Facts that are on the log and not yet in the database. */
    public long outstanding() {
        return onTheLog() - committed();
    }

    private long onTheLog() {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(Map.of("bootstrap.servers", kafka), bytes, bytes)) {
            List<TopicPartition> partitions = FACTS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private long committed() {
        try (Connection connection = DriverManager.getConnection(postgres);
                Statement statement = connection.createStatement();
                ResultSet sum =
                        statement.executeQuery("select coalesce(sum(next_offset), 0) from health.consumed_offset")) {
            return sum.next() ? sum.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read how far the health service has come", e);
        }
    }

    @Override
    public String toString() {
        return "Consumption[" + kafka + "]";
    }
}
