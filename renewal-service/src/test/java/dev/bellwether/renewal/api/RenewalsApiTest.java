package dev.bellwether.renewal.api;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.Tokens;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class RenewalsApiTest {

    @Inject
    SetClock clock;

    private final Say say = Say.ofSomeAccount();
    private final String owner = "ann-" + UUID.randomUUID() + "@bellwether.test";

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void a_contract_is_answered_with_its_account_milestones_and_ended_terms() {
        send(say.profile("Acme", owner), say.score("38.50", Band.RED));
        send(say.subscription("2024-07-01", "2025-06-30", 30, true));

        awaitContract()
                .body("account.name", equalTo("Acme"))
                .body("account.score", equalTo(38.50f))
                .body("account.band", equalTo("red"))
                .body("status", equalTo("active"))
                .body("startsOn", equalTo("2025-07-01"))
                .body("decisionOn", equalTo("2026-05-31"))
                .body("daysLeft", equalTo(90))
                .body("annualValue.EUR", equalTo(1_200_000))
                .body("lines.product", contains("Suite"))
                .body("milestones.days", contains(120, 90, 60, 30, 14, 7, 1))
                .body("milestones[0].state", equalTo("skipped"))
                .body("milestones[1].state", equalTo("told"))
                .body("milestones[2].state", equalTo("coming"))
                .body("ended[0].outcome", equalTo("renewed"));
    }

    @Test
    void the_list_pages_by_decision_date() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(
                say.contract("c-late", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-12-31", 0, true),
                say.contract("c-soon", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-03-31", 0, true),
                say.contract("c-next", ContractKind.TRIAL, "2026-03-01", "2026-04-15", 0, false));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> list("").extract().jsonPath().getList("items").size() == 3);

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = list("&limit=1" + (cursor == null ? "" : "&cursor=" + cursor))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.contractId"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("c-soon", "c-next", "c-late");
        list("&within=44").body("items.contractId", contains("c-soon", "c-next"));
        list("&within=43").body("items.contractId", contains("c-soon"));
        list("&status=active").body("items.status", everyItem(equalTo("active")));
        list("&status=lapsed").body("items.size()", equalTo(0));
    }

    @Test
    void days_ahead_are_those_of_the_account() {
        // Given it is the third of March on Christmas Island already
        clock.set(Instant.parse("2026-03-02T12:00:00Z"));
        send(say.profile("Acme", owner, "Pacific/Kiritimati"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 119, true));
        awaitContract();

        list("&within=0").body("items.contractId", contains(say.contractId()));
    }

    @Test
    void days_ahead_are_counted_where_the_zone_is_an_offset() {
        // Given it is the third of March already, ten hours east of Greenwich
        clock.set(Instant.parse("2026-03-02T20:00:00Z"));
        send(say.profile("Acme", owner, "+10:00"), say.score("80", Band.GREEN));
        send(
                say.contract("c-today", ContractKind.SUBSCRIPTION, "2025-03-04", "2026-03-03", 0, true),
                say.contract("c-past", ContractKind.SUBSCRIPTION, "2025-03-03", "2026-03-02", 0, false),
                say.contract("c-next", ContractKind.SUBSCRIPTION, "2025-03-05", "2026-03-04", 0, true));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> list("").extract().jsonPath().getList("items").size() == 3);

        list("&within=0").body("items.contractId", contains("c-today")).body("items.daysLeft", contains(0));
        list("&within=1").body("items.contractId", contains("c-today", "c-next"));
    }

    @Test
    void a_zone_that_the_database_does_not_know_is_nobody_elses_trouble() {
        send(say.profile("Acme", owner, "UT+02:00"), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-03-20", 0, true));
        awaitContract();

        list("&within=20").body("items.contractId", contains(say.contractId()));
        list("&within=17").body("items.size()", equalTo(0));
    }

    @Test
    void milestones_that_are_long_over_are_not_still_to_come_straight_after_a_contract_was_said() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));

        put("{'accountId': '%s', 'startsOn': '2025-04-01', 'endsOn': '2026-03-31', 'autoRenew': true}")
                .statusCode(201)
                .body("milestones.findAll { it.days > 30 }.state", everyItem(equalTo("skipped")))
                .body("milestones.find { it.days == 30 }.state", not(equalTo("skipped")))
                .body("milestones.findAll { it.days < 30 }.state", everyItem(equalTo("coming")));
    }

    @Test
    void nobody_can_call_a_contract_active_and_cancelled_at_once() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitContract();

        put("{'accountId': '%s', 'status': 'active', 'cancelledOn': '2026-03-01'}")
                .statusCode(400)
                .body("errors.pointer", contains("/cancelledOn"));
        put("{'accountId': '%s', 'cancelledOn': '2026-03-01'}").statusCode(200).body("status", equalTo("cancelled"));
    }

    @Test
    void an_open_contract_can_be_cancelled_before_it_begins() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));

        put("{'accountId': '%s', 'startsOn': '2026-06-01'}").statusCode(201).body("status", equalTo("active"));
        put("{'accountId': '%s', 'cancelledOn': '2026-03-01'}").statusCode(200).body("status", equalTo("undated"));
    }

    @Test
    void a_csm_sees_the_own_accounts_only() {
        send(say.profile("Acme", owner.toUpperCase(java.util.Locale.ROOT)), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitContract();

        as(owner, "csm")
                .get("/v1/renewals")
                .then()
                .statusCode(200)
                .body("items.contractId", contains(say.contractId()));
        as("bob@bellwether.test", "csm")
                .get("/v1/renewals?owner=" + owner)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/forbidden"));
        as("bob@bellwether.test", "csm")
                .get("/v1/contracts/" + say.contractId())
                .then()
                .statusCode(404)
                .body("status", equalTo(404));
        as(owner, "csm").get("/v1/contracts/" + say.contractId()).then().statusCode(200);
    }

    @Test
    void the_door_is_locked_to_strangers_and_to_ops() {
        given().get("/v1/renewals")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"));
        given().header("Authorization", "Bearer nonsense")
                .get("/v1/contracts/c-1")
                .then()
                .statusCode(401);
        as("olga@bellwether.test", "ops")
                .get("/v1/renewals")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("bellwether_renewal_milestones_total"));
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/v1/contracts/{id}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "within=-1",
                "status=alive",
                "cursor=x",
                "cursor=a.b.c",
                "cursor=MjAyNi0wMS0wMQ.AA.YQ",
                "owner=a%00b"
            })
    void a_wrong_parameter_is_named(String parameter) {
        as("max@bellwether.test", "manager")
                .urlEncodingEnabled(false)
                .get("/v1/renewals?" + parameter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/" + parameter.substring(0, parameter.indexOf('='))));
    }

    @Test
    void a_contract_id_that_no_contract_can_have_is_refused() {
        as("max@bellwether.test", "manager")
                .urlEncodingEnabled(false)
                .get("/v1/contracts/c%00")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/id"));
    }

    private ValidatableResponse put(String body) {
        return as("max@bellwether.test", "manager")
                .contentType("application/json")
                .body(body.formatted(say.account()).replace('\'', '"'))
                .put("/v1/contracts/" + say.contractId())
                .then();
    }

    private ValidatableResponse awaitContract() {
        String path = "/v1/contracts/" + say.contractId();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> as("max@bellwether.test", "manager").get(path).statusCode() == 200
                        && list("").extract().jsonPath().getList("items").size() == 1);
        return as("max@bellwether.test", "manager").get(path).then().statusCode(200);
    }

    private ValidatableResponse list(String more) {
        return as("max@bellwether.test", "manager")
                .get("/v1/renewals?owner=" + owner + more)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String email, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(email, roles));
    }
}
