package dev.bellwether.alert.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.HttpNotifierSpecification;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Peer;
import dev.bellwether.alert.testing.Receiver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagerDutyNotifierTest extends HttpNotifierSpecification {

    private final Receiver receiver = Receiver.answering(202, "{\"status\":\"success\"}");

    @AfterEach
    void stop() {
        receiver.peer().stop();
    }

    @Override
    protected Peer peer() {
        return receiver.peer();
    }

    @Override
    protected Notifier notifier(AlertSettings settings) {
        return new PagerDutyNotifier(POSTS, settings);
    }

    @Override
    protected String addressKey() {
        return "pagerduty.url";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "pagerduty.routing-key", "0123456789SECRET0123456789SECRET",
                "pagerduty.url", receiver.address(),
                "pagerduty.timeout", TIMEOUT.toString());
    }

    /** The status says it all. */
    @Override
    protected boolean readsAnswers() {
        return false;
    }

    @Override
    protected int arrived(AnAccount account) {
        return receiver.received().size();
    }

    @Test
    void a_trouble_and_its_end_are_one_incident() {
        send(trouble(1, false));
        send(trouble(2, true));

        List<JsonNode> events = receiver.bodies("dedup_key");
        assertThat(events.get(0).path("event_action").asText()).isEqualTo("trigger");
        assertThat(events.get(0).path("payload").path("summary").asText()).isEqualTo("Slack takes no messages");
        assertThat(events.get(0).path("payload").path("severity").asText()).isEqualTo("error");
        assertThat(events.get(0).path("payload").path("source").asText()).isEqualTo("bellwether");
        assertThat(events.get(1).path("event_action").asText()).isEqualTo("resolve");
        assertThat(events.get(1).path("dedup_key").asText())
                .isEqualTo(events.get(0).path("dedup_key").asText())
                .hasSizeLessThanOrEqualTo(255);
    }

    private static Message trouble(int revision, boolean over) {
        UUID thread = new UUID(4, 2);
        return new Message(
                thread + "." + revision,
                thread,
                revision,
                Recipient.person("ops@example.com").at("pagerduty"),
                "you run Bellwether",
                new Trouble("Slack takes no messages", over, Instant.EPOCH),
                "",
                Optional.empty());
    }
}
