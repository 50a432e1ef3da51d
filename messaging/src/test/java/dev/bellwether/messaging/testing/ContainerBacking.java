package dev.bellwether.messaging.testing;

import dev.bellwether.contracts.Topic;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The pair for machines with Docker. */
record ContainerBacking(KafkaContainer kafka, PostgreSQLContainer postgres) implements Backing {

    private static final int PARTITIONS = 3;

    static Backing start() {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1");
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:17").withDatabaseName("bellwether");
        kafka.start();
        postgres.start();
        createTopics(kafka.getBootstrapServers());
        return new ContainerBacking(kafka, postgres);
    }

    @Override
    public String brokers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String databaseAddress() {
        return postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public void createServiceRole(String service, String password) {
        String role = "bellwether_" + service;
        try (Connection connection = DriverManager.getConnection(
                        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin create role " + role + " login; exception when duplicate_object then null; end $$");
            statement.execute("alter role " + role + " password '" + password + "'");
            statement.execute("alter role " + role + " set search_path = " + service);
            statement.execute("create schema if not exists " + service + " authorization " + role);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the role and schema of " + service, e);
        }
    }

    private static void createTopics(String brokers) {
        List<NewTopic> topics = Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create the topics at " + brokers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", e);
        }
    }
}
