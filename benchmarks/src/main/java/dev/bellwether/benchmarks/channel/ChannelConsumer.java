package dev.bellwether.benchmarks.channel;

import dev.bellwether.benchmarks.health.Wire;
import dev.bellwether.benchmarks.throughput.JsonStream;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.KafkaCDIEvents;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.commit.KafkaIgnoreCommit;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailStop;
import io.smallrye.reactive.messaging.kafka.impl.KafkaSource;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The other way to read, a program of its own: a batch channel of SmallRye Reactive Messaging, as {@code @Incoming} methods
 * get it, without the container around it. Each batch is streamed through as the bare consumer does, and acknowledged;
 * nothing is committed, as that consumer commits nothing. Prints what that one prints.
 */
final class ChannelConsumer {

    private final JsonStream json = new JsonStream();
    private final CompletableFuture<Long> end = new CompletableFuture<>();
    private final long records;
    private long read;

    private ChannelConsumer(long records) {
        this.records = records;
    }

    /** Arguments: bootstrap servers, number of records to read. */
    public static void main(String[] arguments) {
        ChannelConsumer consumer = new ChannelConsumer(Long.parseLong(arguments[1]));
        KafkaSource<String, byte[]> source = source(arguments[0]);
        long begin = System.nanoTime();
        source.getBatchStream()
                .onItem()
                .transformToUniAndConcatenate(batch -> {
                    consumer.take(batch);
                    return Uni.createFrom().completionStage(batch.ack());
                })
                .subscribe()
                .with(done -> {}, consumer.end::completeExceptionally);
        System.out.println((consumer.end.join() - begin) + " " + consumer.json.tokens());
        System.exit(0); // Vert.x's threads would go on
    }

    private void take(IncomingKafkaRecordBatch<String, byte[]> batch) {
        batch.getRecords().forEach(record -> json.read(record.getPayload()));
        read += batch.getRecords().size();
        if (read >= records) {
            end.complete(System.nanoTime());
        }
    }

    private static KafkaSource<String, byte[]> source(String bootstrapServers) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "channel-name", "usage",
                "topic", Wire.TOPIC,
                "bootstrap.servers", bootstrapServers,
                "value.deserializer", ByteArrayDeserializer.class.getName(),
                "batch", "true",
                "max.poll.records", "10000",
                "commit-strategy", "ignore",
                "cloud-events", "false",
                "tracing-enabled", "false",
                "health-enabled", "false"));
        settings.put("auto.offset.reset", "earliest");
        settings.put(
                "assign-seek",
                partitions(bootstrapServers)
                        .mapToObj(partition -> Wire.TOPIC + ":" + partition + ":0")
                        .collect(Collectors.joining(",")));
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "channel", 100))
                .build();
        return new KafkaSource<>(
                Vertx.vertx(),
                "channel-benchmark",
                new KafkaConnectorIncomingConfiguration(config),
                Only.none(),
                Only.of(new KafkaIgnoreCommit.Factory()),
                Only.of(new KafkaFailStop.Factory()),
                Only.none(),
                new NobodyListens(),
                Only.none(),
                Only.none(),
                0);
    }

    private static IntStream partitions(String bootstrapServers) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return IntStream.range(0, consumer.partitionsFor(Wire.TOPIC).size());
        }
    }

    /** The connector tells of each consumer it makes. */
    private static final class NobodyListens extends KafkaCDIEvents {

        @Override
        public Event<Consumer<?, ?>> consumer() {
            return new NoListener<>();
        }
    }
}
