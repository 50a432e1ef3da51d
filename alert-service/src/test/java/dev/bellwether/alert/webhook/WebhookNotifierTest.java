package dev.bellwether.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.HttpNotifierSpecification;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Messages;
import dev.bellwether.alert.testing.Peer;
import dev.bellwether.alert.testing.Peer.Received;
import dev.bellwether.alert.testing.Receiver;
import dev.bellwether.alert.testing.TestSettings;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookNotifierTest extends HttpNotifierSpecification {

    private static final String SECRET = "whsec_SECRETSECRETSECRETSECRETSECRETSECRET";

    private final Receiver receiver = Receiver.answering(204, "");

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
        return new WebhookNotifier(POSTS, settings, InstantSource.system());
    }

    @Override
    protected String addressKey() {
        return "webhook.url";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "webhook.url", receiver.address(), "webhook.secret", SECRET, "webhook.timeout", TIMEOUT.toString());
    }

    /** The specification counts any status from 200 to 299 as a yes. */
    @Override
    protected boolean readsAnswers() {
        return false;
    }

    @Override
    protected int arrived(AnAccount account) {
        return receiver.bodies(account.id()).size();
    }

    @Test
    void a_receiver_that_keeps_to_the_specification_accepts_the_signature_and_tells_a_repeat() throws Exception {
        Message told = Messages.of(acme, Recipient.person("ann@example.com").at("webhook"))
                .told();
        send(told);
        send(told);

        List<Received> received = receiver.received();
        for (Received one : received) {
            assertThatCode(() -> new Webhook(SECRET).verify(one.body(), one.headers()))
                    .doesNotThrowAnyException();
        }
        assertThat(received).hasSize(2);
        assertThat(received.get(0).headers().getFirst("webhook-id"))
                .isEqualTo(received.get(1).headers().getFirst("webhook-id"))
                .matches("msg_[0-9a-f-]{36}");
        assertThat(received.get(0).body()).isEqualTo(received.get(1).body());
    }

    @Test
    void a_message_says_what_happened_to_a_program() {
        send();

        assertThat(receiver.bodies(acme.id())).singleElement().satisfies(body -> {
            assertThat(body.path("type").asText()).isEqualTo("alert.told");
            assertThat(body.path("timestamp").asText()).isEqualTo("2026-03-02T09:00:00Z");
            assertThat(body.path("data").path("recipient").asText()).isEqualTo("ann@example.com");
            assertThat(body.path("data").path("alerts").path(0).path("sentence").asText())
                    .isEqualTo("Invoice inv-1 is 8 days past due.");
        });
        JsonNode data = receiver.bodies(acme.id()).getFirst().path("data");
        assertThat(data.path("accountId").asText()).isEqualTo(acme.id());
        assertThat(data.path("score").decimalValue()).isEqualByComparingTo("41.5");
        assertThat(data.path("band").asText()).isEqualTo("yellow");
        assertThat(data.path("alerts").path(0).path("kind").asText()).isEqualTo("LATE_PAYMENT");
        assertThat(data.path("alerts").path(0).path("severity").asText()).isEqualTo("low");
        assertThat(data.path("alerts").path(0).path("status").asText()).isEqualTo("open");
    }

    @Test
    void a_row_of_a_summary_says_to_a_program_which_alert_it_is() {
        var raised = acme.raised("f1", 0, FlagKind.RED, Severity.HIGH);
        UUID alert = UUID.randomUUID();
        var entry = new Entry(alert, Entry.Change.RAISED, Severity.HIGH, Map.of(), Optional.empty(), raised);
        Message told = Messages.of(acme, Recipient.person("ann@example.com").at("webhook"))
                .told();

        JsonNode row = Payload.of(
                        new Message(
                                told.key(),
                                told.thread(),
                                1,
                                told.recipient(),
                                told.because(),
                                new Summary(List.of(entry), 3),
                                "",
                                Optional.empty()),
                        URI.create("http://console"))
                .path("data")
                .path("rows")
                .path(0);

        assertThat(row.path("id").asText()).isEqualTo(alert.toString());
        assertThat(row.path("accountId").asText()).isEqualTo(acme.id());
        assertThat(row.path("kind").asText()).isEqualTo("RED");
        assertThat(row.path("severity").asText()).isEqualTo("high");
    }

    @Test
    void an_address_without_a_good_secret_is_refused_at_the_start() {
        AlertSettings settings =
                TestSettings.of(Map.of("webhook.url", receiver.address(), "webhook.secret", "whsec_!"));

        assertThatThrownBy(() -> notifier(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bellwether.alert.webhook.secret")
                .hasNoCause();
    }
}
