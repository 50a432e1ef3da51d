package dev.bellwether.renewal.api;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.bellwether.contracts.Band;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer success manager is told holds accounts of their own alone, by whatever door. */
@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class ConfinedTest {

    @Inject
    SetClock clock;

    private final String ann = "ann-" + UUID.randomUUID() + "@bellwether.test";
    private final String bob = "bob-" + UUID.randomUUID() + "@bellwether.test";
    private final Say runs = Say.ofSomeAccount();
    private final Say left = Say.ofSomeAccount();

    @BeforeEach
    void ann_has_a_customer_and_has_lost_one() {
        clock.set(LocalDate.of(2026, 3, 2));
        send(runs.profile("Runs", ann), runs.score("80", Band.GREEN));
        send(runs.subscription("2025-07-01", "2026-06-30", 30, true));
        send(left.profile("Left", ann), left.score("20", Band.RED));
        send(left.subscription("2025-02-01", "2026-01-31", 0, true), left.cancelled("2026-01-10"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> counts(ann, "/v1/churned", "items") == 1
                        && counts(ann, "/v1/forecast?quarter=2026-Q2", "parts") == 1);
        get(ann, "/v1/retention/lines?from=2026-01-01&to=2026-02-28").body("items", hasSize(2));
        get(ann, "/v1/forecast/lines?quarter=2026-Q2").body("items", hasSize(1));
        causeOfTheLossIsFixed();
        get(ann, "/v1/winback").body("items.accountId", hasItem(left.account()));
    }

    private void causeOfTheLossIsFixed() {
        as(ann).contentType("application/json")
                .body("{\"outcome\": \"churned\", \"cause\": \"missing-feature\"}")
                .post("/v1/renewals/" + left.contractId() + "/outcome")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + Tokens.bearer("max@bellwether.test", "manager"))
                .contentType("application/json")
                .body("{\"fixedOn\": \"2026-02-15\"}")
                .put("/v1/causes/missing-feature")
                .then()
                .statusCode(200);
    }

    @Test
    void another_sees_nothing_of_it() {
        get(bob, "/v1/churned").body("items", hasSize(0));
        get(bob, "/v1/winback").body("items", hasSize(0));
        get(bob, "/v1/forecast?quarter=2026-Q2").body("parts", hasSize(0));
        get(bob, "/v1/forecast?quarter=2026-Q2&by=owner&group=" + ann).body("parts", hasSize(0));
        get(bob, "/v1/forecast/lines?quarter=2026-Q2").body("items", hasSize(0));
        get(bob, "/v1/forecast/lines?quarter=2026-Q2&by=owner&group=" + ann).body("items", hasSize(0));
        get(bob, "/v1/retention?from=2026-01-01&to=2026-02-28&by=owner&group=" + ann)
                .body("parts", hasSize(0));
        get(bob, "/v1/retention/lines?from=2026-01-01&to=2026-02-28").body("items", hasSize(0));
        get(bob, "/v1/retention/lines?from=2026-01-01&to=2026-02-28&by=owner&group=" + ann)
                .body("items", hasSize(0));
        get(bob, "/v1/renewals").body("items", hasSize(0));
        get(bob, "/v1/today").body("items", hasSize(0));
    }

    @Test
    void what_was_foretold_is_told_of_the_own_accounts() {
        clock.set(LocalDate.of(2026, 3, 9));
        String history = "/v1/forecast/history?quarter=2026-Q2";

        await().atMost(Duration.ofMinutes(1)).until(() -> counts(ann, history, "items") > 0);
        get(bob, history).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/churned", "/v1/winback", "/v1/renewals", "/v1/today", "/v1/calendars"})
    void who_asks_for_another_s_accounts_is_told_that_they_are_not_open(String door) {
        as(bob).get(door + "?owner=" + ann)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("the accounts of " + ann + " are not open to you"));
    }

    @Test
    void nobody_makes_a_calendar_of_another_s_accounts() {
        as(bob).post("/v1/calendars?owner=" + ann).then().statusCode(403);
        get(ann, "/v1/calendars").body("$", hasSize(0));
        String feed =
                as(bob).post("/v1/calendars").then().statusCode(201).extract().path("path");
        String text = given().get(feed).then().statusCode(200).extract().asString();
        org.assertj.core.api.Assertions.assertThat(text).doesNotContain("BEGIN:VEVENT");
    }

    private static int counts(String who, String path, String list) {
        return get(who, path).extract().jsonPath().getList(list).size();
    }

    private static ValidatableResponse get(String who, String path) {
        return as(who).get(path).then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification as(String email) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(email, "csm"));
    }
}
