package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.LogKeeper;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SecretsTest {

    private final SlackStandIn slack = Surroundings.slack();
    private final MailStandIn mail = Surroundings.mail();

    @Test
    void neither_log_nor_api_nor_metrics_tell_the_webhook() {
        AnAccount acme = AnAccount.named("Acme secret");
        slack.forget();
        slack.answerNextAbout(acme.id(), 500);
        slack.answerNextTooLateAbout(acme.id());
        slack.answerNextAbout(acme.id(), 404);
        try (LogKeeper log = LogKeeper.start()) {
            TestTopic.send(acme.latePayment("f1", 0));

            eventually(() -> assertThat(deliveries("failed")).contains("\"" + acme.id() + "\"", "HTTP 404"));

            assertThat(log.text()).contains("message given up").doesNotContain("SECRET");
        }
        assertThat(deliveries("failed")).doesNotContain("SECRET");
        assertThat(given().get("/q/metrics").asString()).doesNotContain("SECRET");
        assertThat(given().get("/q/openapi").asString()).doesNotContain("SECRET");
    }

    @Test
    void neither_log_nor_api_nor_metrics_tell_the_password_that_the_mail_server_refuses() {
        AnAccount acme = AnAccount.named("Acme password");
        mail.changePassword("another-SECRET");
        try (LogKeeper log = LogKeeper.start()) {
            TestTopic.send(acme.latePayment("f1", 0));
            eventually(() -> assertThat(deliveries("due")).contains("\"" + acme.id() + "\"", "SMTP 535"));

            assertThat(log.text())
                    .contains("will be tried again", "channel=email", "reason=SMTP 535")
                    .doesNotContain("SECRET")
                    .doesNotContain(base64(MailStandIn.PASSWORD));
            assertThat(deliveries("due")).doesNotContain("SECRET");
        } finally {
            mail.changePassword(MailStandIn.PASSWORD);
        }
        assertThat(given().get("/q/metrics").asString()).doesNotContain("SECRET");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String deliveries(String status) {
        return given().header("Authorization", "Bearer " + Tokens.bearer("ops@example.com", "ops"))
                .queryParam("status", status)
                .get("/v1/deliveries")
                .asString();
    }
}
