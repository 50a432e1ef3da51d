package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.NEW_APP_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Topic;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.Page;
import dev.bellwether.ingest.testing.Programs;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs for Node of the page on sending events that send over HTTP: what they sent is on Kafka. */
@QuarkusTest
class NodeClientsTest {

    private static final String INGEST = "http://localhost:8081";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @TempDir
    Path folder;

    @Test
    void the_sdk_of_cloudevents() throws Exception {
        run("cloudevents");

        ConsumerRecord<String, byte[]> event = Log.first(
                Topic.USAGE_EVENTS,
                record -> Log.header(record, "ce_source").equals("/product")
                        && Log.header(record, "ce_id").matches(UUID));
        assertThat(event.key()).isEqualTo("acme");
        assertThat(Log.text(event)).isEqualTo("{\"userId\":\"u-1\",\"feature\":\"export\"}");
    }

    @Test
    void the_library_of_segment() throws Exception {
        run("@segment/analytics-node");

        assertThat(((AccountDescribed) fact(Topic.ACCOUNT_EVENTS, "\"seats\"")).owner())
                .isEqualTo("carla@example.com");
        assertThat(((UserDescribed) fact(Topic.ACCOUNT_EVENTS, "\"champion\"")).champion())
                .isTrue();
        UsageRecorded usage = (UsageRecorded) fact(Topic.USAGE_EVENTS, "Report exported");
        assertThat(usage.accountId()).isEqualTo("acme");
        assertThat(usage.userId()).isEqualTo("u-1");
    }

    /** What the library made, whose ids are its own. */
    private static Fact fact(Topic topic, String containing) {
        return Log.fact(
                topic,
                Log.header(
                        Log.first(
                                topic,
                                record -> Log.header(record, "ce_id").startsWith("node-next-")
                                        && Log.text(record).contains(containing)),
                        "ce_id"));
    }

    private void run(String library) throws Exception {
        String program = Page.SENDING_EVENTS.blocks("js").stream()
                .filter(block -> block.contains("from '" + library + "'"))
                .findFirst()
                .orElseThrow();
        assertThat(program).contains(INGEST);
        new Programs(folder)
                .node(program.replace(INGEST, Address.of("").toString()), library, Map.of("WRITE_KEY", NEW_APP_KEY));
    }
}
