package dev.bellwether.ingest.outage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.testing.TestSources;
import dev.bellwether.local.EmbeddedKafka;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka is absent, comes, goes under load, and comes back. */
@QuarkusTest
@TestProfile(KafkaAwayTest.OwnKafka.class)
class KafkaAwayTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    /** What the first requests of all may take longer, on a machine that has tests to run as well. */
    private static final Duration COLD = Duration.ofSeconds(1);

    private static final int CROWD = 40;
    private static final String FILE = "csv-away";
    private static final int ROWS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Segment's library waits up to 30 seconds before it sends again, then up to 60. */
    private static final Duration ITS_PATIENCE = Duration.ofSeconds(180);

    private final String brokers;
    private final IngestMetrics metrics;
    private final FileSender files = new FileSender();

    @AfterEach
    void end() {
        files.close();
    }

    @TempDir
    Path folder;

    KafkaAwayTest(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers, IngestMetrics metrics) {
        this.brokers = brokers;
        this.metrics = metrics;
    }

    @Test
    void what_cannot_be_kept_is_refused_in_time_and_what_was_accepted_is_there() throws Exception {
        EmbeddedKafka kafka;
        assertThat(Sender.atOnce(CROWD))
                .as("behind one that waits for a Kafka never seen")
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.says()).as("Retry-After").isTrue();
                    assertThat(answer.took()).isLessThan(TWO_SECONDS.plus(COLD));
                });
        assertFileRefusedInTime();
        assertNotReadyInTime();
        PatientClient patient;
        Sender sender = new Sender();
        try (sender) {
            assertRefusedInTime(sender);

            kafka = start();
            kafka.createTopics(3);
            awaitAccepted(sender);

            files.sendWithoutEnd("going-on");
            await().atMost(PATIENCE).until(() -> files.job("going-on").contains("\"published\":1000"));
            kafka.close();
            await().atMost(TWO_SECONDS.plus(COLD))
                    .until(() -> files.job("going-on").contains("\"state\":\"interrupted\""));
            await().atMost(PATIENCE).until(() -> sender.answers().stream().anyMatch(answer -> answer.status() == 503));
            assertRefusedInTime(sender);
            assertThat(sender.sendNothing()).as("what needs no Kafka").isEqualTo(200);
            assertRefusedInTime(sender);
            assertNotReadyInTime();
            assertFileRefusedInTime();
            patient = new PatientClient();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(patient.refusals())
                            .hasSizeGreaterThanOrEqualTo(PatientClient.BATCHES)
                            .contains(429, 503));

            kafka = start();
            awaitAccepted(sender);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        }
        try (EmbeddedKafka last = kafka;
                patient) {
            await().atMost(ITS_PATIENCE).until(() -> patient.delivered().size() == PatientClient.BATCHES);
            assertThat(patient.givenUp()).isEmpty();
            sender.accepted().addAll(patient.delivered());
            assertThat(files.send(FILE, ROWS).body()).contains("\"state\":\"done\"", "\"published\":" + ROWS);
            IntStream.range(0, ROWS).forEach(row -> sender.accepted().add(FileSender.id(FILE, row)));
            assertThat(lost(sender)).as("accepted and not on Kafka").isEmpty();
            await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
        }
    }

    private void assertFileRefusedInTime() throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = files.send(FILE, ROWS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TWO_SECONDS.plus(COLD));
        assertThat(files.job(FILE)).contains("\"state\":\"interrupted\"");
    }

    private static void assertNotReadyInTime() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .time(lessThan(TWO_SECONDS.plus(COLD).toMillis()));
    }

    private static void assertRefusedInTime(Sender sender) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var answers = sender.answers();
            assertThat(answers).hasSizeGreaterThan(4).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.says()).as("Retry-After").isTrue();
                assertThat(answer.took()).isLessThan(TWO_SECONDS);
            });
        });
    }

    private static void awaitAccepted(Sender sender) {
        int before = sender.accepted().size();
        await().atMost(PATIENCE).until(() -> sender.accepted().size() > before + 500);
    }

    private EmbeddedKafka start() {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
        try {
            return EmbeddedKafka.start(folder, Integer.parseInt(brokers.split(":")[1]));
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private Set<String> lost(Sender sender) {
        Set<String> missing = new HashSet<>(sender.accepted());
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.USAGE_EVENTS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!missing.isEmpty() && System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    missing.remove(
                            new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
                }
            }
        }
        return missing;
    }

    /** A service whose Kafka is this test's own. */
    public static final class OwnKafka implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestSources.class, Map.of("kafka", "own")));
        }
    }
}
