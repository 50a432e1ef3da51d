package dev.bellwether.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller at once, inside this JVM and reachable from this machine only.
 *
 * <p>What was written stays in the data folder: a node started on the same folder continues where the last one ended, also
 * when that one was killed.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String FORMATTED = "meta.properties";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the node and returns when it answers.
     *
     * @param dataFolder holds the log; created and formatted when it is new, kept as it is when not
     * @param port the port of the broker, 0 for any free one
     * @throws IllegalStateException when the node cannot start, for instance because the port is taken
     */
    public static EmbeddedKafka start(Path dataFolder, int port) {
        int brokerPort = FreePort.orElseFree(port);
        KafkaConfig config =
                new KafkaConfig(KafkaSettings.of(dataFolder, brokerPort, FreePort.otherThan(brokerPort)), false);
        format(dataFolder);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new IllegalStateException("Kafka did not start on port " + brokerPort + " in " + dataFolder, e);
        }
        return new EmbeddedKafka(server, "localhost:" + brokerPort);
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Creates the topics of the system that are missing; those that exist stay as they are.
     *
     * @param partitions of each new topic, at least 1
     */
    public void createTopics(int partitions) {
        Topics.createMissing(bootstrapServers, partitions);
    }

    /** Stops the node and waits until its files are closed. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path dataFolder) {
        if (Files.exists(dataFolder.resolve(FORMATTED))) {
            return;
        }
        try {
            Files.createDirectories(dataFolder);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setMetadataLogDirectory(dataFolder.toString())
                    .addDirectory(dataFolder.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + dataFolder, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format the Kafka storage in " + dataFolder, e);
        }
    }
}
