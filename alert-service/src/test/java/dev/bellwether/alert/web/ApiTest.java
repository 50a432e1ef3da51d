package dev.bellwether.alert.web;

import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiTest {

    private final SlackStandIn slack = Surroundings.slack();

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void nothing_is_said_to_strangers() {
        given().get("/v1/alerts")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        given().header("Authorization", "Bearer nonsense")
                .get("/v1/alerts")
                .then()
                .statusCode(401);
        as("ops@example.com", "ops")
                .get("/v1/alerts")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        as("ann@example.com", "csm").get("/v1/deliveries").then().statusCode(403);
        as("boss@example.com", "manager").post("/v1/deliveries/1/retry").then().statusCode(403);
    }

    @Test
    void health_metrics_and_the_description_are_open() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/alerts"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("bellwether_alert_deliveries_pending"));
    }

    @Test
    void a_customer_success_manager_meets_their_own_alerts_only() {
        AnAccount mine = AnAccount.named("Mine").ownedBy("eve@example.com");
        AnAccount other = AnAccount.named("Other").ownedBy("zoe@example.com");
        TestTopic.send(mine.latePayment("f1", 0), other.latePayment("f2", 0));
        arrived(mine);
        arrived(other);

        as("Eve@example.com", "csm")
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].accountId", equalTo(mine.id()))
                .body("items[0].sentence", equalTo("Invoice inv-1 is 8 days past due."))
                .body("items[0].figures.daysPastDue", equalTo(8))
                .body("nextCursor", nullValue());
        as("eve@example.com", "csm")
                .queryParam("owner", "zoe@example.com")
                .get("/v1/alerts")
                .then()
                .body("items", hasSize(0));
        as("boss@example.com", "manager")
                .queryParam("owner", "zoe@example.com")
                .get("/v1/alerts")
                .then()
                .body("items.accountId", equalTo(List.of(other.id())));
        as("eve@example.com", "csm")
                .post("/v1/alerts/" + idOf(other) + "/resolve")
                .then()
                .statusCode(404);
    }

    @Test
    void alerts_come_in_pages_newest_first() {
        AnAccount busy = AnAccount.named("Busy");
        List<FlagKind> kinds = List.of(FlagKind.values());
        for (int i = 0; i < 5; i++) {
            TestTopic.send(busy.raised("f" + i, i, kinds.get(i), Severity.LOW));
        }
        eventually(() -> assertThat(slack.messages(busy.id())).hasSize(5));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = manager()
                    .queryParam("account", busy.id())
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/v1/alerts")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.kind"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(
                        kinds.subList(0, 5).reversed().stream().map(Enum::name).toList());
    }

    @Test
    void parameters_that_make_no_sense_are_named() {
        manager()
                .queryParam("limit", 201)
                .get("/v1/alerts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/query/limit"));
        manager().queryParam("status", "odd").get("/v1/alerts").then().statusCode(400);
        manager().queryParam("cursor", "odd").get("/v1/alerts").then().statusCode(400);
        manager().queryParam("channel", "pigeon").get("/v1/deliveries").then().statusCode(400);
        manager().get("/v1/nothing").then().statusCode(404);
    }

    @Test
    void an_alert_is_acknowledged_then_resolved_and_a_moved_score_is_shown_in_silence() {
        AnAccount acme = AnAccount.named("Handled");
        TestTopic.send(acme.latePayment("f1", 0));
        arrived(acme);
        String id = idOf(acme);

        as("ann@example.com", "csm")
                .post("/v1/alerts/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("handledBy", equalTo("ann@example.com"));
        manager().post("/v1/alerts/" + id + "/resolve").then().statusCode(200).body("status", equalTo("resolved"));
        manager().post("/v1/alerts/" + id + "/acknowledge").then().statusCode(409);
        TestTopic.send(acme.scored(7, "77.00"));
        eventually(() -> manager()
                .queryParam("account", acme.id())
                .get("/v1/alerts")
                .then()
                .body("items[0].score", equalTo(77.0f))
                .body("items[0].band", equalTo("green")));
        assertThat(slack.messages(acme.id())).hasSize(1);
    }

    @Test
    void a_message_that_was_given_up_is_shown_without_secrets_and_sent_when_somebody_insists() {
        AnAccount acme = AnAccount.named("Given up");
        slack.answerNext(404, "");
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> failed(acme));

        String list = operator().get("/v1/deliveries").asString();
        assertThat(list).contains("HTTP 404 no_luck").doesNotContain("SECRET");
        operator()
                .post("/v1/deliveries/" + failed(acme) + "/retry")
                .then()
                .statusCode(202)
                .body("status", equalTo("due"));

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

    private void arrived(AnAccount account) {
        eventually(() -> assertThat(slack.messages(account.id())).hasSize(1));
    }

    private static String idOf(AnAccount account) {
        return manager()
                .queryParam("account", account.id())
                .get("/v1/alerts")
                .then()
                .extract()
                .path("items[0].id");
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

    private static RequestSpecification manager() {
        return as("boss@example.com", "manager");
    }

    private static RequestSpecification operator() {
        return as("ops@example.com", "ops");
    }

    private static RequestSpecification as(String email, String role) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(email, role));
    }
}
