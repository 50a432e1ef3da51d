package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of the page on sending events that write to Kafka themselves, run as a reader would run them; those in Python and for
 * Node where their library is installed.
 */
@QuarkusTest
class KafkaClientsTest {

    private static final String LOCAL_BROKER = "localhost:19092";
    private static final String DEBIANS_PYTHON = "/usr/bin/python3";

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

        assertThat(run(java, "-cp", classes, program.toString()))
                .as("exit code")
                .isZero();

        assertMeetsTheOthers("java-1");
    }

    @Test
    void python() throws Exception {
        String python = new File(DEBIANS_PYTHON).exists() ? DEBIANS_PYTHON : "python3";
        assumeTrue(run(python, "-c", "import confluent_kafka") == 0, "confluent_kafka is not installed");

        assertThat(run(python, "-c", program("python"))).as("exit code").isZero();

        assertMeetsTheOthers("python-1");
    }

    @Test
    void node() throws Exception {
        Path libraries = Path.of("/usr/lib/node_modules");
        assumeTrue(Files.exists(libraries.resolve("kafkajs")), "kafkajs is not installed for all");
        Files.createSymbolicLink(folder.resolve("node_modules"), libraries);
        Path program = Files.writeString(folder.resolve("snippet.mjs"), program("js"));

        assertThat(run("node", program.toString())).as("exit code").isZero();

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

    private int run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) { // there is no such program
            return -1;
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            System.err.println(said);
        }
        return code;
    }
}
