package dev.bellwether.local.process;

import dev.bellwether.local.EmbeddedKafka;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The process that keeps Kafka: one node and the topics of the system. */
final class KafkaProcess {

    private static final int PARTITIONS = 12;

    private KafkaProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Home home = new Home(Path.of(arguments[0]), Path.of(arguments[1]));
        Ports ports = Ports.saved(home, Map.of());
        EmbeddedKafka kafka = EmbeddedKafka.start(home.kafka(), ports.of(Port.KAFKA));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        try {
            kafka.createTopics(PARTITIONS);
        } catch (IllegalStateException e) {
            // the node's own threads would keep a process without topics alive
            e.printStackTrace();
            System.exit(1);
        }
        ReadyMark.of(home, Member.KAFKA).set();
        new CountDownLatch(1).await();
    }
}
