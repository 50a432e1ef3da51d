package dev.bellwether.ingest.webhook;

import static dev.bellwether.ingest.testing.TestHooks.PUBLIC_URL;
import static dev.bellwether.ingest.testing.TestHooks.SECRET;
import static dev.bellwether.ingest.testing.TestHooks.STRIPE_SECRET;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Page;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the documentation do what it says, and its mapping means what it says. */
@QuarkusTest
class WebhookCommandsTest {

    private static final Pattern SAMPLE = Pattern.compile("-d '(.*?)'\n", Pattern.DOTALL);

    static List<String> commands() {
        return Page.WEBHOOKS.blocks("sh").stream()
                .filter(block -> block.contains("$INGEST/webhooks/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_of_the_page_sends_a_fact(String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment().put("INGEST", Address.of("").toString());
        shell.environment().put("HUBSPOT_URL", PUBLIC_URL);
        shell.environment().put("STRIPE_SECRET", STRIPE_SECRET);
        for (String name : List.of("ZENDESK", "INTERCOM", "HUBSPOT", "SURVEY", "MENTION", "ERP")) {
            shell.environment().put(name + "_SECRET", SECRET);
        }
        Process running = shell.start();
        running.getOutputStream().close();

        assertThat(new String(running.getInputStream().readAllBytes(), UTF_8))
                .contains("HTTP/1.1 200")
                .contains("\"accepted\":1");
    }

    @Test
    void the_mapping_of_the_page_fits_its_sample() {
        String command = commands().getLast();
        String sample =
                SAMPLE.matcher(command).results().findFirst().orElseThrow().group(1);
        given().header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", "ops"))
                .contentType("application/json")
                .body(Map.of("mapping", mapping(), "sample", sample))
                .post("/v1/mappings/dry-run")
                .then()
                .statusCode(200)
                .body("events", hasSize(1))
                .body("rejected", hasSize(0));
    }

    private static String mapping() {
        return Page.WEBHOOKS.blocks("yaml").stream()
                .filter(block -> block.contains("rules:"))
                .findFirst()
                .orElseThrow();
    }
}
