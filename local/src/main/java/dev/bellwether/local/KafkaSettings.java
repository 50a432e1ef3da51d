package dev.bellwether.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a single Kafka node on a small machine. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** Eight days: longer than the seven for which the outages of a laptop are worth catching up with. */
    private static final Duration RETENTION = Duration.ofDays(8);

    private KafkaSettings() {}

    static Map<String, String> of(Path dataFolder, int brokerPort, int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("process.roles", "broker,controller");
        settings.put("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners",
                "PLAINTEXT://localhost:" + brokerPort + "," + CONTROLLER + "://localhost:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + brokerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", dataFolder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", String.valueOf(RETENTION.toMillis()));
        settings.put("log.segment.bytes", String.valueOf(64 << 20));
        // retention counts from arrival: a record that speaks of last year must not be deleted before it was read
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.putAll(onlyOneNode());
        settings.putAll(smallMachine());
        return settings;
    }

    private static Map<String, String> onlyOneNode() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> smallMachine() {
        return Map.of(
                "num.network.threads",
                "2",
                "num.io.threads",
                "4",
                "background.threads",
                "2",
                "log.cleaner.dedupe.buffer.size",
                String.valueOf(4 << 20),
                "broker.heartbeat.interval.ms",
                "1000",
                // a node that was killed may come back only when its former self has timed out
                "broker.session.timeout.ms",
                "6000");
    }
}
