package dev.bellwether.health.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class AccountPastTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int DAYS = 60;

    private final String account = "past-" + UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void every_day_of_the_history_is_what_as_of_says_and_late_facts_are_in_it() {
        aPast();

        JsonPath history = get("/history?from=" + today.minusDays(90))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(history.getList("points.day"))
                .hasSize(DAYS + 1)
                .startsWith(today.minusDays(DAYS).toString());
        for (int i = 0; i <= DAYS; i += 15) {
            JsonPath day = get("?asOf=" + history.getString("points[" + i + "].day"))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            String point = "points[" + i + "]";
            assertThat(history.getDouble(point + ".score")).isEqualTo(day.getDouble("health.score"));
            assertThat(history.getString(point + ".band")).isEqualTo(day.getString("health.band"));
            assertThat(history.getInt(point + ".figures.wau")).isEqualTo(day.getInt("figures.wau"));
        }

        // When a fact of the past comes late
        TestTopic.send(usage("late", today.minusDays(45)));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(get("/history").extract().jsonPath().getInt("points[15].figures.wau"))
                                .isEqualTo(history.getInt("points[15].figures.wau") + 1));
    }

    @Test
    void the_difference_of_two_days_is_the_difference_of_their_parts_with_the_facts_behind_each() {
        aPast();

        JsonPath why = get("/why?from=" + today.minusDays(20) + "&to=" + today)
                .statusCode(200)
                .extract()
                .jsonPath();

        double parts = why.getList("parts.change", Double.class).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(why.getDouble("change")).isNegative().isCloseTo(parts, within(0.01));
        assertThat(why.getDouble("to.score") - why.getDouble("from.score")).isCloseTo(parts, within(0.01));
        Map<String, Object> payments = why.getMap("parts.find { it.name == 'payments' }");
        // nothing was known of invoices before
        assertThat(payments.get("figureBefore")).isNull();
        assertThat(payments).containsEntry("figureAfter", 10);
        assertThat((List<?>) payments.get("facts"))
                .singleElement()
                .asString()
                .contains("overdue-1", "bellwether.invoice");
    }

    @Test
    void before_the_first_fact_there_is_no_history() {
        aPast();

        get("/history?from=" + today.minusDays(DAYS + 9) + "&to=" + today.minusDays(DAYS + 1))
                .statusCode(200)
                .body("points.size()", equalTo(0));
        get("/history?from=" + today.minusDays(DAYS + 9) + "&to=" + today.minusDays(DAYS))
                .body("points.size()", equalTo(1));
    }

    @Test
    void days_that_cannot_be_answered_are_named() {
        aPast();

        get("/history?from=yesterday").statusCode(400).body("errors.pointer", hasItem("/from"));
        get("/history?to=" + today.plusDays(1)).statusCode(400).body("errors.pointer", hasItem("/to"));
        get("/why?from=" + today + "&to=" + today.minusDays(1)).statusCode(400).body("errors.pointer", hasItem("/to"));
        get("/why?from=" + today.minusDays(401)).statusCode(400).body("errors.pointer", hasItem("/from"));
        given().header("Authorization", "Bearer " + Tokens.bearer("eve@example.com", "csm"))
                .get("/v1/accounts/" + account + "/why")
                .then()
                .statusCode(404);
    }

    @Test
    void without_a_first_day_it_begins_90_days_back_or_with_the_retention() {
        aPast();

        get("/history").statusCode(200).body("from", equalTo(today.minusDays(89).toString()));
        get("/history?to=" + today.minusDays(350))
                .statusCode(200)
                .body("from", equalTo(today.minusDays(400).toString()));
        get("/why?to=" + today.minusDays(397))
                .statusCode(200)
                .body("from.day", equalTo(today.minusDays(400).toString()));
        get("/history?to=" + today.minusDays(401)).statusCode(400).body("errors.pointer", equalTo(List.of("/to")));
        get("/why?to=-999999999-01-01").statusCode(400).body("errors.pointer", equalTo(List.of("/to")));
    }

    /** Daily use until ten days ago, and an invoice that is open from then on and was due on that day. */
    private void aPast() {
        TestTopic.send(new AccountDescribed(
                occurred("described", today.minusDays(DAYS)),
                "Past & Co",
                "carla@example.com",
                null,
                null,
                5,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                null));
        for (int day = DAYS; day >= 10; day--) {
            TestTopic.send(usage("ann", today.minusDays(day)), usage("ben", today.minusDays(day)));
        }
        TestTopic.send(new InvoiceChanged(
                occurred("overdue-1", today.minusDays(10)),
                "in-1",
                10_000L,
                "EUR",
                null,
                today.minusDays(10),
                InvoiceStatus.OPEN,
                null));
        await().atMost(SOON)
                .untilAsserted(() -> get("").statusCode(200)
                        .body("figures.daysPastDue", equalTo(10))
                        .body("figures.daysInactive", equalTo(10)));
    }

    private Event usage(String user, LocalDate day) {
        return new UsageRecorded(occurred(user + day, day), user, "export", BigDecimal.ONE);
    }

    private Occurrence occurred(String id, LocalDate day) {
        Instant at = day.atTime(0, 1).toInstant(ZoneOffset.UTC);
        return new Occurrence(id, account, at);
    }

    private ValidatableResponse get(String path) {
        return given().header("Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                .get("/v1/accounts/" + account + path)
                .then();
    }
}
