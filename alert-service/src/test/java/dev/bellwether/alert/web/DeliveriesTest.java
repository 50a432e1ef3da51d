package dev.bellwether.alert.web;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Callers.operator;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DeliveriesTest {

    private static final String AT_ONCE = """
            update delivery set due_at = now()
            where account_id = ? and channel = 'slack' and status = 'due' and attempts = cast(? as integer)
              and due_at > now() + interval '50 minutes'
            """;

    private final SlackStandIn slack = Surroundings.slack();

    @Inject
    Database database;

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void a_message_that_was_given_up_is_shown_without_secrets_and_sent_when_somebody_insists() {
        AnAccount acme = AnAccount.named("Given up");
        slack.answerNextAbout(acme.id(), 400);
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> failed(acme));

        String list = operator().get("/v1/deliveries").asString();
        assertThat(list).contains("HTTP 400 no_luck").doesNotContain("SECRET");
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
    void an_owner_who_is_no_address_leaves_the_account_to_the_queue() {
        AnAccount odd = AnAccount.named("Odd owner").ownedBy("nobody at all");
        TestTopic.send(odd.latePayment("f1", 0));
        arrived(odd);

        eventually(() -> operator()
                .queryParam("status", "sent")
                .queryParam("channel", "email")
                .get("/v1/deliveries")
                .then()
                .body(
                        "items.find { it.accountId == '" + odd.id() + "' }.because",
                        equalTo("the account's owner is no address")));
    }

    @Test
    void a_message_whose_matter_is_over_is_not_sent_again() {
        AnAccount acme = AnAccount.named("Over by now");
        FlagRaised raised = acme.latePayment("f1", 0);
        int failed = givenUp(acme, raised);
        TestTopic.send(acme.cleared(raised, 5));
        isOver(acme);

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
    void an_address_that_is_refused_costs_no_message_and_operations_see_why_it_waits() {
        AnAccount acme = AnAccount.named("Revoked");
        for (int status : List.of(404, 410, 403, 404)) {
            slack.answerNextAbout(acme.id(), status);
        }
        TestTopic.send(acme.latePayment("f1", 0));

        eventually(() -> operator()
                .get("/v1/deliveries?status=due&channel=slack")
                .then()
                .body("items.find { it.accountId == '" + acme.id() + "' }.lastError", startsWith("HTTP 4")));
        arrived(acme);
    }

    @Test
    void a_message_of_which_nobody_says_whether_it_arrived_is_given_up_in_sight_of_operations() {
        AnAccount acme = AnAccount.named("Taken in silence");
        for (int i = 0; i < 5; i++) {
            slack.peer().sayNextAbout(acme.id(), "{\"ok\":true}");
        }
        TestTopic.send(acme.latePayment("f1", 0));

        // the others come after hours
        for (int attempts = 2; attempts < 5; attempts++) {
            String made = String.valueOf(attempts);
            eventually(() -> assertThat(database.run(AT_ONCE, acme.id(), made)).isEqualTo(1));
        }
        eventually(() -> operator()
                .get("/v1/deliveries?status=failed&channel=slack")
                .then()
                .body("items.find { it.accountId == '" + acme.id() + "' }.attempts", equalTo(5))
                .body(
                        "items.find { it.accountId == '" + acme.id() + "' }.lastError",
                        equalTo("an answer of no known form; it may have arrived")));
        slack.forget();
        operator().post("/v1/deliveries/" + failed(acme) + "/retry").then().statusCode(202);
        arrived(acme);
    }

    @Test
    void all_that_was_given_up_on_a_channel_since_then_is_tried_again_by_one_call_but_for_what_is_over() {
        Instant since = Instant.now();
        AnAccount one = AnAccount.named("One of many");
        AnAccount other = AnAccount.named("Other of many");
        AnAccount over = AnAccount.named("Over of many");
        FlagRaised raised = over.latePayment("f1", 0);
        givenUp(one, one.latePayment("f1", 0));
        givenUp(other, other.latePayment("f1", 0));
        givenUp(over, raised);
        TestTopic.send(over.cleared(raised, 5));
        isOver(over);

        operator()
                .queryParam("channel", "slack")
                .queryParam("since", since.toString())
                .post("/v1/deliveries/retry")
                .then()
                .statusCode(202)
                .body("retried", equalTo(2))
                .body("outdated", equalTo(1));

        arrived(one);
        arrived(other);
        operator()
                .queryParam("since", "yesterday")
                .post("/v1/deliveries/retry")
                .then()
                .statusCode(400);
        manager().post("/v1/deliveries/retry").then().statusCode(403);
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
        slack.answerNextAbout(account.id(), 400);
        TestTopic.send(event);
        eventually(() -> failed(account));
        return failed(account);
    }

    private static void isOver(AnAccount account) {
        eventually(() -> manager()
                .queryParam("account", account.id())
                .get("/v1/alerts")
                .then()
                .body("items[0].status", equalTo("cleared")));
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
