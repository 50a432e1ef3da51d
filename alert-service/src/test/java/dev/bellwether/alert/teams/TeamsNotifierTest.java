package dev.bellwether.alert.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.HttpNotifierSpecification;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Peer;
import dev.bellwether.alert.testing.Receiver;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsNotifierTest extends HttpNotifierSpecification {

    private final Receiver receiver = Receiver.answering(202, "");

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
        return new TeamsNotifier(POSTS, settings);
    }

    @Override
    protected String addressKey() {
        return "teams.url";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("teams.url", receiver.address(), "teams.timeout", TIMEOUT.toString());
    }

    /** A workflow answers with nothing at all. */
    @Override
    protected boolean readsAnswers() {
        return false;
    }

    @Override
    protected int arrived(AnAccount account) {
        return receiver.bodies(account.id()).size();
    }

    @Test
    void a_message_is_an_adaptive_card_within_28_kilobytes() {
        send();

        JsonNode message = receiver.bodies(acme.id()).getFirst();
        JsonNode attachment = message.path("attachments").path(0);
        assertThat(message.path("type").asText()).isEqualTo("message");
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.path("content").path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(attachment
                        .path("content")
                        .path("actions")
                        .path(0)
                        .path("url")
                        .asText())
                .isEqualTo("http://localhost:8080/accounts/" + acme.id());
        assertThat(message.toString())
                .contains("Invoice inv-1 is 8 days past due.")
                .hasSizeLessThan(28_000);
    }

    @Test
    void a_429_within_an_answer_of_status_200_is_a_429() {
        peer().sayNext("Microsoft Teams endpoint returned HTTP error 429 with ContextId x");

        assertThat(send()).isEqualTo(new Outcome.Throttled("HTTP 429", Duration.ofSeconds(30)));
    }
}
