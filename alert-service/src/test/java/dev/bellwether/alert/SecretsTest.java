package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.LogKeeper;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SecretsTest {

    private final SlackStandIn slack = Surroundings.slack();

    @Test
    void neither_log_nor_api_nor_metrics_tell_the_webhook_or_the_mail_password() {
        AnAccount acme = AnAccount.named("Acme secret");
        slack.forget();
        slack.answerNext(500, "");
        slack.answerNextTooLate();
        slack.answerNext(404, "");
        try (LogKeeper log = LogKeeper.start()) {
            TestTopic.send(acme.latePayment("f1", 0));

            eventually(() -> assertThat(deliveries()).contains("\"" + acme.id() + "\"", "HTTP 404"));

            assertThat(log.text()).contains("message given up").doesNotContain("SECRET");
        }
        assertThat(deliveries()).doesNotContain("SECRET");
        assertThat(given().get("/q/metrics").asString()).doesNotContain("SECRET");
        assertThat(given().get("/q/openapi").asString()).doesNotContain("SECRET");
    }

    private static String deliveries() {
        return given().header("Authorization", "Bearer " + Tokens.bearer("ops@example.com", "ops"))
                .queryParam("status", "failed")
                .get("/v1/deliveries")
                .asString();
    }
}
