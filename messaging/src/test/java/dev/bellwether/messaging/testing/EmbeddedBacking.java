package dev.bellwether.messaging.testing;

import dev.bellwether.local.EmbeddedKafka;
import dev.bellwether.local.PostgresNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The pair for machines without Docker: both from Maven Central, on free ports, in a folder that ends with the JVM. */
record EmbeddedBacking(EmbeddedKafka kafka, PostgresNode postgres) implements Backing {

    private static final int PARTITIONS = 3;

    /** Kafka finds classes by the thread's loader, which in a Quarkus test may be another than its own. */
    static Backing start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
        try {
            return startPair();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Backing startPair() {
        try {
            Path folder = Files.createTempDirectory("bellwether-test");
            EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
            kafka.createTopics(PARTITIONS);
            PostgresNode postgres = PostgresNode.startFast(folder.resolve("postgres"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka, postgres, folder)));
            return new EmbeddedBacking(kafka, postgres);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the test's Kafka and PostgreSQL", e);
        }
    }

    @Override
    public String brokers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String databaseAddress() {
        return postgres.address();
    }

    @Override
    public void createServiceRole(String service, String password) {
        postgres.createServiceRole(service, password);
    }

    private static void end(EmbeddedKafka kafka, PostgresNode postgres, Path folder) {
        kafka.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
