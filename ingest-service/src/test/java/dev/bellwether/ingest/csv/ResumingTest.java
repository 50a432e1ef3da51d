package dev.bellwether.ingest.csv;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResumingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String brokers;
    private final IngestSettings settings;

    ResumingTest(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers, IngestSettings settings) {
        this.brokers = brokers;
        this.settings = settings;
    }

    @Test
    void a_large_file_whose_sender_died_half_way_goes_on_where_it_stopped_and_every_row_is_there_once()
            throws Exception {
        // Given
        UsageFile file = new UsageFile("csv-large", 100_000);
        byte[] bytes = file.bytes();
        assertThat(bytes.length).isGreaterThan(4 << 20);

        // When
        Sender.sendAndHangUp("/v1/import/usage", WEB_KEY, bytes, bytes.length / 2, "large-1");
        await().atMost(PATIENCE)
                .until(() -> job("large-1").path("state").asText().equals("interrupted"));
        JsonNode half = job("large-1");
        HttpResponse<String> second = Sender.send("/v1/import/usage", WEB_KEY, bytes, "Idempotency-Key", "large-1");

        // Then
        assertThat(half.path("rows").asInt()).isBetween(1, 60_000);
        assertThat(half.path("bytes").asInt()).isBetween(1, bytes.length / 2);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        JsonNode job = JSON.readTree(second.body());
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("published").asInt()).isEqualTo(file.published());
        assertThat(job.path("refused").asInt()).isEqualTo(file.refused());
        assertThat(job.path("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(Sender.get("/v1/imports/large-1/refused", WEB_KEY).body().lines())
                .hasSize(1 + file.refused());
        assertEverythingOnce(file);

        // When
        HttpResponse<String> third = Sender.send("/v1/import/usage", WEB_KEY, bytes, "Idempotency-Key", "large-1");

        // Then
        assertThat(JSON.readTree(third.body()).path("updatedAt").isMissingNode())
                .isFalse();
        assertThat(JSON.readTree(third.body()).path("published").asInt()).isEqualTo(file.published());
        assertEverythingOnce(file);
        given().get("/q/metrics")
                .then()
                .body(containsString("bellwether_ingest_import_rows_total{kind=\"usage\",outcome=\"refused\"}"))
                .body(containsString("bellwether_ingest_imports_total{kind=\"usage\",state=\"interrupted\"}"));
    }

    @Test
    void a_file_may_come_slower_than_the_bodies_of_other_requests() throws Exception {
        UsageFile file = new UsageFile("csv-slow", 20);

        String answer = Sender.sendSlowly(
                "/v1/import/usage",
                WEB_KEY,
                file.bytes(),
                settings.limits().bodyWithin().plusMillis(500));

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"state\":\"done\"");
    }

    @Test
    void rows_without_a_time_happened_as_of_the_day_that_was_given_and_a_mistaken_request_changes_nothing()
            throws Exception {
        byte[] file = "accountId,name\ncsv-as-of,Acme\n".getBytes(UTF_8);
        byte[] other = "accountId,owner\ncsv-as-of,Carla\n".getBytes(UTF_8);
        String path = "/v1/import/accounts?asOf=2026-01-31";

        HttpResponse<String> answer = Sender.send(path, WEB_KEY, file, "Idempotency-Key", "as-of-1");
        HttpResponse<String> read = Sender.send("/v1/import/accounts", WEB_KEY, file, "Idempotency-Key", "as-of-1");
        HttpResponse<String> sent = Sender.send(path, WEB_KEY, other, "Idempotency-Key", "as-of-1");
        HttpResponse<String> never = Sender.send("/v1/import/accounts?asOf=never", WEB_KEY, file);

        assertThat(answer.body()).contains("\"asOf\":\"2026-01-31T00:00:00Z\"");
        assertThat(List.of(read.statusCode(), sent.statusCode(), never.statusCode()))
                .containsExactly(409, 409, 400);
        assertThat(job("as-of-1").path("state").asText()).isEqualTo("done");
    }

    @Test
    void when_kafka_keeps_nothing_the_import_ends_for_now_with_what_is_durable_and_can_be_sent_again()
            throws Exception {
        UsageFile file = new UsageFile("csv-away", 3_000);
        HttpResponse<String> answer;
        try {
            largestBatch(AlterConfigOp.OpType.SET, 503);
            answer = Sender.send("/v1/import/usage", WEB_KEY, file.bytes(), "Idempotency-Key", "away-1");
        } finally {
            largestBatch(AlterConfigOp.OpType.DELETE, 202);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("Idempotency-Key: away-1");
        assertThat(job("away-1").path("state").asText()).isEqualTo("interrupted");
        assertThat(job("away-1").path("published").asInt()).isZero();

        HttpResponse<String> second =
                Sender.send("/v1/import/usage", WEB_KEY, file.bytes(), "Idempotency-Key", "away-1");

        assertThat(JSON.readTree(second.body()).path("published").asInt()).isEqualTo(file.published());
        // what was under way when the first sending was given up may arrive between rows of the second
        Map<String, Set<String>> seen = seen(file);
        for (int i = 0; i < file.accounts(); i++) {
            assertThat(seen.get(file.account(i))).containsExactlyInAnyOrderElementsOf(file.ids(i));
        }
    }

    /** Every good row is on Kafka under its id, of each account in the order of the file; a repeat changes no fact. */
    private static void assertEverythingOnce(UsageFile file) {
        Map<String, Set<String>> seen = seen(file);
        for (int i = 0; i < file.accounts(); i++) {
            assertThat(List.copyOf(seen.getOrDefault(file.account(i), Set.of())))
                    .isEqualTo(file.ids(i));
        }
    }

    /** The ids of each account on Kafka, in the order in which they first came. */
    private static Map<String, Set<String>> seen(UsageFile file) {
        Map<String, Set<String>> seen = new HashMap<>();
        int[] distinct = {0};
        TestTopic.records(
                Topic.USAGE_EVENTS,
                record -> {
                    if (record.key().startsWith(file.prefix())
                            && seen.computeIfAbsent(record.key(), key -> new LinkedHashSet<>())
                                    .add(Log.header(record, "ce_id"))) {
                        distinct[0]++;
                    }
                    return distinct[0] >= file.published();
                },
                PATIENCE);
        return seen;
    }

    private static JsonNode job(String id) throws Exception {
        return JSON.readTree(Sender.get("/v1/imports/" + id, WEB_KEY).body());
    }

    /**
     * Sets one too small for any record, so that the broker keeps nothing, or deletes it again; returns once the broker
     * goes by it, which is some time after it has said yes.
     */
    private void largestBatch(AlterConfigOp.OpType what, int answered) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.USAGE_EVENTS.topicName());
        AlterConfigOp largest = new AlterConfigOp(new ConfigEntry("max.message.bytes", "10"), what);
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(largest))).all().get(20, TimeUnit.SECONDS);
        }
        await().atMost(PATIENCE).until(() -> probe() == answered);
    }

    /** How events of so many accounts are answered that each partition is asked. */
    private static int probe() throws Exception {
        String event = """
                {"specversion":"1.0","id":"probe-%1$d","source":"/test","type":"bellwether.usage",
                 "subject":"probe-%1$d","data":{"userId":"u","feature":"Probed"}}""";
        String events = IntStream.range(0, 50).mapToObj(event::formatted).collect(Collectors.joining(",", "[", "]"));
        return Sender.send("/v1/events", WEB_KEY, events.getBytes(UTF_8), "Content-Type", "application/json")
                .statusCode();
    }
}
