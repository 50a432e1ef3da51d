package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.Page;
import dev.bellwether.ingest.testing.Programs;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of the page on sending events that write to Kafka themselves, run as a reader would run them.
 */
@QuarkusTest
class KafkaClientsTest {

    private static final String LOCAL_BROKER = "localhost:19092";

    /** What of a Java program the page leaves out. */
    private static final String JAVA = """
            import static java.nio.charset.StandardCharsets.UTF_8;
            import java.util.Map;
            import org.apache.kafka.clients.producer.KafkaProducer;
            import org.apache.kafka.clients.producer.ProducerRecord;
            import org.apache.kafka.common.serialization.StringSerializer;
            class Snippet {
                public static void main(String[] arguments) throws Exception {
                    %s
                }
            }
            """;

    private final String brokers;

    @TempDir
    Path folder;

    KafkaClientsTest(@ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.brokers = brokers;
    }

    @Test
    void java() throws Exception {
        Path program = Files.writeString(folder.resolve("Snippet.java"), JAVA.formatted(program("java")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

        new Programs(folder).assertRuns(Map.of(), java, "-cp", classes, program.toString());

        assertMeetsTheOthers("java-1");
    }

    @Test
    void python() throws Exception {
        new Programs(folder).python(program("python"), "confluent_kafka");

        assertMeetsTheOthers("python-1");
    }

    @Test
    void node() throws Exception {
        new Programs(folder).node(program("js"), "kafkajs", Map.of());

        assertMeetsTheOthers("node-1");
    }

    /** It lies where this account's events lie that came in by a door. */
    private static void assertMeetsTheOthers(String id) {
        given().auth()
                .preemptive()
                .basic(WEB_KEY, "")
                .contentType("application/json")
                .body("""
                        {"specversion":"1.0","id":"beside-%s","source":"/test","type":"bellwether.usage","subject":"acme",
                         "data":{"userId":"u-1","feature":"export"}}""".formatted(id))
                .post("/v1/events")
                .then()
                .statusCode(202);
        var record = Log.record(Topic.USAGE_EVENTS, id);
        assertThat(Log.fact(Topic.USAGE_EVENTS, id).accountId()).isEqualTo("acme");
        assertThat(record.partition())
                .isEqualTo(Log.record(Topic.USAGE_EVENTS, "beside-" + id).partition());
    }

    private String program(String language) {
        return Page.SENDING_EVENTS.blocks(language).stream()
                .filter(block -> block.contains(LOCAL_BROKER))
                .map(block -> block.replace(LOCAL_BROKER, brokers))
                .findFirst()
                .orElseThrow();
    }
}
