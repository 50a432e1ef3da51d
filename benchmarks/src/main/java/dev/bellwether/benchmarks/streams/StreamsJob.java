package dev.bellwether.benchmarks.streams;

import dev.bellwether.benchmarks.health.Wire;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** A program of its own that runs the job until all uses are committed, and prints the nanoseconds since the first. */
final class StreamsJob {

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private StreamsJob() {}

    /** Arguments: bootstrap servers, name, store, folder for its state, number of events, today. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        String kafka = arguments[0];
        String name = arguments[1];
        Job job = new Job(Store.valueOf(arguments[2]), LocalDate.parse(arguments[5]), name);
        Properties settings = Tuning.settings(kafka, name, arguments[3]);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
                KafkaStreams streams = new KafkaStreams(job.topology(), settings)) {
            streams.setUncaughtExceptionHandler(e -> {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
                throw new IllegalStateException(e);
            });
            streams.start();
            await(admin, name, Long.parseLong(arguments[4]));
            System.out.println(System.nanoTime() - Beginning.nanos());
        }
    }

    private static void await(Admin admin, String name, long events) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        while (committed(admin, name) < events) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("not done after " + PATIENCE.toMinutes() + " minutes");
            }
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        }
    }

    private static long committed(Admin admin, String name) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(name)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Wire.TOPIC) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }
}
