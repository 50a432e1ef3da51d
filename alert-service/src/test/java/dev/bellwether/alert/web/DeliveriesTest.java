package dev.bellwether.alert.web;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Callers.operator;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DeliveriesTest {

    private final SlackStandIn slack = Surroundings.slack();

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void a_message_that_was_given_up_is_shown_without_secrets_and_sent_when_somebody_insists() {
        AnAccount acme = AnAccount.named("Given up");
        slack.answerNextAbout(acme.id(), 404);
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> failed(acme));

        String list = operator().get("/v1/deliveries").asString();
        assertThat(list).contains("HTTP 404 no_luck").doesNotContain("SECRET");
        operator()
                .post("/v1/deliveries/" + failed(acme) + "/retry")
                .then()
                .statusCode(202)
                .body("status", equalTo("due"))
                .body("because", equalTo("the account is yours"));

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        operator().post("/v1/deliveries/999999999/retry").then().statusCode(404);
        given().get("/q/metrics")
                .then()
                .body(containsString("bellwether_alert_deliveries_total{channel=\"slack\",outcome=\"given-up\"}"))
                .body(containsString("bellwether_alert_delivery_delay_seconds"))
                .body(not(containsString("SECRET")));
    }

    @Test
    void an_owner_who_is_no_address_fails_the_mail_but_not_the_slack_message() {
        AnAccount odd = AnAccount.named("Odd owner").ownedBy("nobody at all");
        TestTopic.send(odd.latePayment("f1", 0));
        arrived(odd);

        eventually(() -> operator()
                .queryParam("status", "failed")
                .queryParam("channel", "email")
                .get("/v1/deliveries")
                .then()
                .body("items.find { it.accountId == '" + odd.id() + "' }.lastError", containsString("no valid form")));
    }

    @Test
    void a_message_whose_matter_is_over_is_not_sent_again() {
        AnAccount acme = AnAccount.named("Over by now");
        FlagRaised raised = acme.latePayment("f1", 0);
        int failed = givenUp(acme, raised);
        TestTopic.send(acme.cleared(raised, 5));
        eventually(() -> manager()
                .queryParam("account", acme.id())
                .get("/v1/alerts")
                .then()
                .body("items[0].status", equalTo("cleared")));

        isOutdated(failed);
    }

    @Test
    void a_message_that_a_newer_one_replaced_is_not_sent_again() {
        AnAccount acme = AnAccount.named("Worse by now");
        FlagRaised raised = acme.latePayment("f1", 0);
        int failed = givenUp(acme, raised);
        TestTopic.send(acme.escalated(raised, 5, Severity.HIGH));
        arrived(acme);

        isOutdated(failed);
    }

    @Test
    void a_milestone_that_a_nearer_one_replaced_is_not_sent_again() {
        AnAccount acme = AnAccount.named("Nearer by now");
        int failed = givenUp(acme, acme.due("c1", 60, 0));
        TestTopic.send(acme.due("c1", 30, 1));
        arrived(acme);

        isOutdated(failed);
    }

    @Test
    void the_end_itself_is_sent_again() {
        AnAccount acme = AnAccount.named("End given up");
        FlagRaised raised = acme.latePayment("f1", 0);
        TestTopic.send(raised);
        arrived(acme);
        int failed = givenUp(acme, acme.cleared(raised, 5));

        operator().post("/v1/deliveries/" + failed + "/retry").then().statusCode(202);

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(2));
    }

    private int givenUp(AnAccount account, Event event) {
        slack.answerNextAbout(account.id(), 404);
        TestTopic.send(event);
        eventually(() -> failed(account));
        return failed(account);
    }

    private static void isOutdated(int delivery) {
        operator()
                .post("/v1/deliveries/" + delivery + "/retry")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://bellwether.dev/problems/delivery-outdated"));
    }

    private void arrived(AnAccount account) {
        eventually(() -> assertThat(slack.messages(account.id())).hasSize(1));
    }

    private static int failed(AnAccount account) {
        Integer id = operator()
                .queryParam("status", "failed")
                .queryParam("channel", "slack")
                .get("/v1/deliveries")
                .then()
                .extract()
                .path("items.find { it.accountId == '" + account.id() + "' }.id");
        assertThat(id).isNotNull();
        return id;
    }
}
