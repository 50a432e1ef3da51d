package dev.bellwether.renewal.churn;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
import dev.bellwether.renewal.account.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class OutcomesApiTest {

    /** The decision of a term that ends on the first of June. */
    private static final LocalDate SIXTY_DAYS_AHEAD = LocalDate.of(2026, 3, 3);

    @Inject
    SetClock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    Transactions transactions;

    private static final String JUDGED = """
            select count(*) from prediction join past_term using (account_id, contract_id, ends_on, days)
             where account_id = :account
            """;

    private final Say say = Say.ofSomeAccount();
    private final Say other = Say.ofSomeAccount();
    private final String owner = "ann-" + UUID.randomUUID() + "@bellwether.test";

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void who_left_is_listed_and_may_be_won_back_once_the_cause_is_fixed() {
        // Given
        send(say.profile("Acme", owner), say.score("20", Band.RED));
        send(say.subscription("2025-02-01", "2026-01-31", 0, true), say.cancelled("2026-01-10"));
        until("/v1/churned", list -> list.getList("items").size() == 1);
        // When
        outcome("""
                {"outcome": "churned", "cause": "champion-left", "reason": "Our sponsor moved on."}""").statusCode(200).body("saidBy", equalTo(owner)).body("startsOn", equalTo("2025-02-01"));
        // Then
        get("/v1/churned?cause=champion-left")
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Acme"))
                .body("items[0].how", equalTo("churned"))
                .body("items[0].churnedOn", equalTo("2026-01-31"))
                .body("items[0].lostArr.EUR", equalTo(1_200_000))
                .body("items[0].reason", equalTo("Our sponsor moved on."))
                .body("items[0].fix", nullValue());
        get("/v1/churned?cause=price").body("items", hasSize(0));
        // When the cause was fixed before, nobody can be won back by it
        fix("champion-left", "2025-12-31");
        get("/v1/winback").body("items", hasSize(0));
        fix("champion-left", "2026-02-15");
        get("/v1/winback")
                .body("items[0].accountId", equalTo(say.account()))
                .body("items[0].fix.fixedOn", equalTo("2026-02-15"))
                .body("items[0].fix.note", equalTo("We keep two sponsors now."));
        get("/v1/causes").body("cause", hasItems("champion-left", "price"));
    }

    @Test
    void lost_is_what_ran_on_the_last_day_however_much_ran_before_and_is_drafted_since() {
        // Given a contract of long ago, and one that was ended half a year before its agreed end
        send(say.profile("Acme", owner), say.score("20", Band.RED));
        String old = say.contractId() + "-old";
        String ended = say.contractId() + "-ended";
        String draft = say.contractId() + "-draft";
        say.on("2024-01-01");
        send(say.contract(old, ContractKind.SUBSCRIPTION, "2024-01-01", "2024-12-31", 0, false));
        say.on("2025-08-01");
        send(say.contract(ended, ContractKind.SUBSCRIPTION, "2025-08-01", "2026-07-31", 0, true));
        say.on("2026-02-10");
        send(say.status(ended, ContractStatus.ENDED));
        send(say.contract(draft, ContractKind.SUBSCRIPTION, "2026-06-01", "2027-05-31", 0, true));
        send(say.status(draft, ContractStatus.DRAFT));
        // Then
        until("/v1/churned", list -> "2026-02-09".equals(list.getString("items[0].churnedOn")));
        get("/v1/churned")
                .body("items[0].churnedOn", equalTo("2026-02-09"))
                .body("items[0].lostArr.EUR", equalTo(1_200_000));
    }

    @Test
    void an_account_that_says_itself_that_it_left_is_listed_with_its_day_and_reason() {
        send(say.profile("Acme", owner), say.churned("2026-02-20", "Went bust."));

        until("/v1/churned", list -> list.getList("items").size() == 1);
        get("/v1/churned")
                .body("items[0].how", equalTo("account"))
                .body("items[0].churnedOn", equalTo("2026-02-20"))
                .body("items[0].reason", equalTo("Went bust."));
    }

    @Test
    void a_quarter_is_foretold_kept_and_held_against_what_happened() {
        // Given
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        String quarter = "/v1/forecast?quarter=2026-Q2";
        until(quarter, forecast -> forecast.getList("parts").size() == 1);
        get(quarter)
                .body("asOf", equalTo("2026-03-02"))
                .body("parts[0].due.arr", equalTo(1_200_000))
                .body("parts[0].due.contracts", equalTo(1));
        get(quarter + "&by=owner").body("parts[0].group", equalTo(owner));
        get("/v1/forecast/lines?quarter=2026-Q2&by=owner&outlook=commit&limit=1&group=" + owner)
                .body("items", hasSize(1))
                .body("items[0].contractId", equalTo(say.contractId()))
                .body("items[0].group", equalTo(owner))
                .body("items[0].decisionOn", equalTo("2026-05-31"))
                .body("items[0].arr", equalTo(1_200_000))
                .body("items[0].called", equalTo(false))
                .body("nextCursor", nullValue());
        get("/v1/forecast/lines?quarter=2026-Q2&outlook=lost").body("items", hasSize(0));
        // When a day turns, what is foretold is kept
        clock.set(LocalDate.of(2026, 3, 17));
        until(
                "/v1/forecast/history?quarter=2026-Q2",
                history -> history.getList("items").size() == 1);
        // When the customer says yes
        outcome("{\"outcome\": \"renewed\"}").statusCode(200);
        get(quarter)
                .body("parts[0].outlooks.renewed.arr", equalTo(1_200_000))
                .body("parts[0].expected.arr", equalTo(1_200_000));
        // When the term has renewed
        clock.set(LocalDate.of(2026, 7, 1));
        await().atMost(Duration.ofMinutes(1)).until(() -> ownPredictionsJudged() > 0);
        get(quarter).body("reliability.predictions", greaterThanOrEqualTo((int) ownPredictionsJudged()));
        clock.set(LocalDate.of(2026, 7, 2));
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        meters.get("bellwether.renewal.forecast.error").gauge().value() >= 0);
    }

    /** What was foretold of this test's term, and is held against how it ended. */
    private long ownPredictionsJudged() {
        return transactions.run(session -> session.createNativeQuery(JUDGED, Long.class)
                .setParameter("account", say.account())
                .getSingleResult());
    }

    @Test
    void it_is_lost_there_as_well_when_its_term_had_years_to_go() {
        clock.set(LocalDate.of(2026, 7, 2));
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.on("2024-01-01").subscription("2024-01-01", "2026-12-31", 30, false));
        send(say.on("2025-02-01").status(say.contractId(), ContractStatus.ENDED));

        until(
                "/v1/forecast?quarter=2026-Q4",
                forecast -> Integer.valueOf(1_200_000).equals(forecast.get("parts[0].outlooks.lost.arr")));
    }

    @Test
    void a_contract_that_its_source_ended_is_lost_in_the_forecast_long_before_its_agreed_end() {
        // Given a term to be decided on by the fourteenth of June, ended on the first of July without a no
        clock.set(LocalDate.of(2026, 7, 2));
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2026-01-01", "2026-12-31", 200, false));
        send(say.on("2026-07-01").status(say.contractId(), ContractStatus.ENDED));
        // Then
        String quarter = "/v1/forecast?quarter=2026-Q2";
        until(quarter, forecast -> Integer.valueOf(1_200_000).equals(forecast.get("parts[0].outlooks.lost.arr")));
        get(quarter)
                .body("parts[0].due.arr", equalTo(1_200_000))
                .body("parts[0].expected.arr", equalTo(0))
                .body("parts[0].outlooks.uncalled.arr", equalTo(0));
    }

    @Test
    void a_later_loss_has_its_own_cause_and_not_that_of_an_older_one() {
        // Given a loss because of the price, two years ago
        send(say.profile("Acme", owner), say.score("20", Band.RED));
        String old = say.contractId() + "-old";
        say.on("2023-06-01");
        send(say.contract(old, ContractKind.SUBSCRIPTION, "2023-07-01", "2024-06-30", 0, false));
        until("/v1/churned", list -> list.getList("items").size() == 1);
        outcome(old, "{\"outcome\": \"churned\", \"cause\": \"price\"}").statusCode(200);
        get("/v1/churned?cause=price").body("items", hasSize(1));
        // When they come back, and leave again for a reason that nobody says
        say.on("2025-01-20");
        send(say.subscription("2025-02-01", "2026-01-31", 0, false));
        until("/v1/churned", list -> "2026-01-31".equals(list.getString("items[0].churnedOn")));
        fix("price", "2026-02-15");
        // Then
        get("/v1/churned").body("items[0].cause", nullValue()).body("items[0].fix", nullValue());
        get("/v1/churned?cause=price").body("items", hasSize(0));
        get("/v1/winback").body("items", hasSize(0));
        // When it is said
        outcome("{\"outcome\": \"churned\", \"cause\": \"price\"}").statusCode(200);
        get("/v1/winback").body("items", hasSize(1));
        // and taken back
        outcome("{\"outcome\": \"renewed\"}").statusCode(200);
        get("/v1/churned").body("items[0].cause", nullValue());
    }

    @Test
    void a_term_of_which_somebody_said_that_it_is_lost_is_left_alone() {
        // Given one whose decision is sixty-one days ahead
        send(say.profile("Acme", owner), say.score("20", Band.RED));
        send(say.subscription("2025-06-02", "2026-06-01", 30, false));
        until("/v1/today", today -> today.getList("items").size() == 1);
        // When
        outcome("{\"outcome\": \"churned\", \"cause\": \"price\"}").statusCode(200);
        // Then
        get("/v1/today").body("items", hasSize(0));
        clock.set(SIXTY_DAYS_AHEAD);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> "told"
                        .equals(get("/v1/contracts/" + say.contractId())
                                .extract()
                                .path("milestones.find { it.days == 60 }.state")));
        assertThat(isToldOfSixtyDays()).isFalse();
    }

    @Test
    void an_account_that_says_itself_that_it_left_is_left_alone_until_it_is_back() {
        send(say.profile("Acme", owner), say.score("20", Band.RED));
        send(say.subscription("2025-06-02", "2026-06-01", 30, false));
        until("/v1/today", today -> today.getList("items").size() == 1);

        send(say.churned("2026-03-01", "A rival was cheaper."));

        until("/v1/today", today -> today.getList("items").isEmpty());
        assertThat(isToldOfSixtyDays()).isFalse();

        send(say.back());

        until("/v1/today", today -> today.getList("items.accountId").contains(say.account()));
        assertThat(TestTopic.received(
                        Topic.RENEWAL_EVENTS,
                        event -> event instanceof RenewalDue due
                                && due.accountId().equals(say.account())
                                && due.milestone() == 60,
                        Duration.ofMinutes(1)))
                .as("what came meanwhile")
                .isNotEmpty();
    }

    /** Goes to the day on which the decision is sixty days ahead; of another account's such term somebody is told. */
    private boolean isToldOfSixtyDays() {
        clock.set(SIXTY_DAYS_AHEAD);
        send(other.profile("Beta", owner), other.score("20", Band.RED));
        send(other.subscription("2025-06-02", "2026-06-01", 30, false));
        List<Event> told = TestTopic.received(
                Topic.RENEWAL_EVENTS,
                event -> event instanceof RenewalDue && event.accountId().equals(other.account()),
                Duration.ofMinutes(1));
        return told.stream()
                .anyMatch(event -> event instanceof RenewalDue due
                        && due.accountId().equals(say.account())
                        && due.milestone() == 60);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outcome\": \"gone\"} | /outcome",
                "{} | /outcome",
                "{\"outcome\": \"churned\"} | /cause",
                "{\"outcome\": \"churned\", \"cause\": \"bad weather\"} | /cause",
                "{\"outcome\": \"renewed\", \"reason\": 7} | /reason",
                "{\"outcome\": \"renewed\", \"cause\": \"price\"} | /cause",
                "{\"outcome\": \"renewed\", \"because\": \"price\"} | /because",
                "[] | ''"
            })
    void a_wrong_outcome_is_named_once(String body, String pointer) {
        outcome(body).statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void a_fix_of_other_fields_is_refused() {
        as("max@bellwether.test", "manager")
                .contentType("application/json")
                .body("{\"fixed_on\": \"2026-03-01\"}")
                .put("/v1/causes/price")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/fixed_on"));
    }

    @Test
    void only_managers_fix_causes_and_quarters_are_written_so() {
        as(owner, "csm")
                .contentType("application/json")
                .body("{}")
                .put("/v1/causes/price")
                .then()
                .statusCode(403);
        as(owner, "csm")
                .get("/v1/forecast?quarter=2026-4")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/quarter"));
        as(owner, "csm")
                .get("/v1/forecast/lines?outlook=rosy")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/outlook"));
    }

    private void until(String path, Predicate<JsonPath> enough) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> enough.test(get(path).extract().jsonPath()));
    }

    private ValidatableResponse get(String path) {
        return as(owner, "csm").get(path).then().statusCode(200);
    }

    private ValidatableResponse outcome(String body) {
        return outcome(say.contractId(), body);
    }

    private ValidatableResponse outcome(String contract, String body) {
        return as(owner, "csm")
                .contentType("application/json")
                .body(body)
                .post("/v1/renewals/" + contract + "/outcome")
                .then();
    }

    private static void fix(String cause, String on) {
        as("max@bellwether.test", "manager")
                .contentType("application/json")
                .body("{\"fixedOn\": \"%s\", \"note\": \"We keep two sponsors now.\"}".formatted(on))
                .put("/v1/causes/" + cause)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String email, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(email, roles));
    }
}
