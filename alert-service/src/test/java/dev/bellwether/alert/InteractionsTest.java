package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.slack.api.app_backend.SlackSignature;
import dev.bellwether.alert.testing.AllChannels;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@WithTestResource(AllChannels.class)
class InteractionsTest {

    private static final String CLICKS = "select count(*) from slack_action where alert_id = cast(? as uuid)";

    private final SlackStandIn slack = Surroundings.slack();

    @Inject
    Database database;

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void a_click_acknowledges_the_alert_in_the_name_of_whoever_clicked() {
        AnAccount acme = AnAccount.named("Acme click");
        String alert = told(acme);
        String click = click("acknowledge", alert);

        assertThat(posted(click, now()).statusCode()).isEqualTo(200);

        eventually(() -> manager()
                .queryParam("account", acme.id())
                .get("/v1/alerts")
                .then()
                .body("items[0].status", equalTo("acknowledged"))
                .body("items[0].handledBy", equalTo("ann@example.com")));
    }

    @Test
    void a_click_that_comes_again_is_done_once() {
        AnAccount acme = AnAccount.named("Acme again");
        String alert = told(acme);
        String click = click("acknowledge", alert);

        assertThat(posted(click, now()).statusCode()).isEqualTo(200);
        assertThat(posted(click, now()).statusCode()).isEqualTo(200);

        assertThat(database.number(CLICKS, alert)).isEqualTo(1);
        eventually(() -> assertThat(database.number(CLICKS + " and status = 'done' and response_url = ''", alert))
                .isEqualTo(1));
    }

    @Test
    void a_verdict_stays_on_the_message_whatever_is_shown_after_it() {
        AnAccount acme = AnAccount.named("Acme verdict");
        String alert = told(acme);

        posted(click("acknowledge", alert), now());
        posted(click("useful", alert), now());
        posted(click("false-alarm", alert), now());

        eventually(() -> assertThat(slack.standing(alert).getFirst().toString())
                .contains("Called a false alarm by ann@example.com", "Acknowledged"));
        assertThat(slack.messages("replace_original")).isEmpty();
    }

    @Test
    void a_click_that_was_done_is_not_done_again_when_only_its_answer_failed() {
        AnAccount acme = AnAccount.named("Acme redone");
        String alert = told(acme);
        posted(click("useful", alert), now());
        eventually(() -> assertThat(database.number(CLICKS + " and status = 'done' and outcome = 'done'", alert))
                .isEqualTo(1));
        database.run(
                "update verdict set verdict = 'knew-it', at = at - interval '1 hour' where alert_id = cast(? as uuid)",
                alert);

        database.run("update slack_action set status = 'due', due_at = at where alert_id = cast(? as uuid)", alert);

        eventually(() -> assertThat(database.number(CLICKS + " and status = 'done' and attempts = 2", alert))
                .isEqualTo(1));
        assertThat(database.number(
                        "select count(*) from verdict where verdict = 'knew-it' and alert_id = cast(? as uuid)", alert))
                .isEqualTo(1);
    }

    @Test
    void what_slack_did_not_sign_or_signed_long_ago_does_nothing() {
        AnAccount acme = AnAccount.named("Acme forged");
        String alert = told(acme);
        String click = click("acknowledge", alert);

        assertThat(posted(click, Instant.now().minusSeconds(400)).statusCode()).isEqualTo(401);
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .header("X-Slack-Signature", "v0=" + "0".repeat(64))
                        .header("X-Slack-Request-Timestamp", String.valueOf(now().getEpochSecond()))
                        .body(click)
                        .post("/slack/interactions")
                        .statusCode())
                .isEqualTo(401);
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .body(click)
                        .post("/slack/interactions")
                        .statusCode())
                .isEqualTo(401);
        assertThat(database.number(CLICKS, alert)).isZero();
    }

    @Test
    void a_link_that_was_opened_and_what_is_of_another_kind_are_answered_and_nothing_else() {
        assertThat(posted("payload=" + encoded("{\"type\":\"view_submission\"}"), now())
                        .statusCode())
                .isEqualTo(200);
        assertThat(posted(click("open", "x"), now()).statusCode()).isEqualTo(200);
        assertThat(posted("payload=nonsense", now()).statusCode()).isEqualTo(400);
        assertThat(posted("load=x", now()).statusCode()).isEqualTo(400);
    }

    /** The id of the alert, once the account's message stands in Slack. */
    private String told(AnAccount account) {
        TestTopic.send(account.latePayment("f1", 0));
        eventually(() -> assertThat(slack.standing(account.id())).hasSize(1));
        return manager().queryParam("account", account.id()).get("/v1/alerts").path("items[0].id");
    }

    private String click(String action, String alert) {
        String blocks = slack.standing(alert).isEmpty()
                ? "[]"
                : slack.standing(alert).getFirst().path("blocks").toString();
        return "payload=" + encoded("""
                {"type":"block_actions","user":{"id":"U1","username":"ann"},"response_url":"%s",
                 "message":{"text":"old","blocks":%s},
                 "actions":[{"action_id":"%s","value":"%s","action_ts":"%s"}]}
                """.formatted(slack.responseUrl(), blocks, action, alert, alert.hashCode()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Instant now() {
        return Instant.now();
    }

    private static Response posted(String form, Instant signedAt) {
        String timestamp = String.valueOf(signedAt.getEpochSecond());
        return given().contentType("application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header(
                        "X-Slack-Signature",
                        new SlackSignature.Generator(AllChannels.SIGNING_SECRET).generate(timestamp, form))
                .body(form)
                .post("/slack/interactions");
    }
}
