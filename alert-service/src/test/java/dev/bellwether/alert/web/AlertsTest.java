package dev.bellwether.alert.web;

import static dev.bellwether.alert.testing.Callers.as;
import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AlertsTest {

    private final SlackStandIn slack = Surroundings.slack();

    @BeforeEach
    void quiet() {
        slack.forget();
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
        eventually(() -> manager()
                .queryParam("account", busy.id())
                .get("/v1/alerts")
                .then()
                .body("items", hasSize(5)));

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
}
