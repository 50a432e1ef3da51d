package dev.bellwether.renewal.api;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
import dev.bellwether.renewal.account.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class TodayApiTest {

    @Inject
    SetClock clock;

    @Inject
    Transactions transactions;

    private final Say say = Say.ofSomeAccount();
    private final Say other = Say.ofSomeAccount();
    private final String owner = "ann-" + UUID.randomUUID() + "@bellwether.test";

    @BeforeEach
    void it_is_the_second_of_march() {
        clock.set(LocalDate.of(2026, 3, 2));
    }

    @Test
    void the_list_falls_by_money_at_risk_a_day_and_says_why_and_what_to_do() {
        // Given a decision in 60 days and one in 10
        send(say.profile("Acme", owner), say.score("38.50", Band.RED));
        send(say.raised("late", Severity.MEDIUM, "An invoice is 15 days late."));
        send(new PulseTaken(
                new Occurrence(UUID.randomUUID().toString(), say.account(), Instant.parse("2026-02-20T09:00:00Z")),
                2,
                owner,
                null));
        send(other.profile("Beta", owner), other.score("80", Band.GREEN));
        send(say.contract("far", ContractKind.SUBSCRIPTION, "2025-06-01", "2026-05-31", 30, true));
        send(say.contract("too-far", ContractKind.SUBSCRIPTION, "2025-09-01", "2026-08-31", 30, true));
        send(other.contract("near", ContractKind.SUBSCRIPTION, "2025-04-01", "2026-03-12", 0, true));
        // Then
        JsonPath today = awaitToday(2);
        assertThat(today.getList("items.contractId")).containsExactly("near", "far");
        assertThat(today.getLong("items[0].daysLeft")).isEqualTo(10);
        // other tests' terms have ended: what is at risk follows from how many of them renewed
        long terms = today.getLong("items[0].likelihood.terms");
        long lost = terms - today.getLong("items[0].likelihood.renewed");
        long atRisk = Math.round(1_200_000.0 * (1 + lost) / (2 + terms));
        assertThat(today.getLong("items[0].moneyAtRisk.EUR")).isEqualTo(atRisk);
        assertThat(today.getDouble("items[0].rank")).isEqualTo(atRisk / 1000.0);
        assertThat(today.getBoolean("items[0].likelihood.tooFew")).isTrue();
        assertThat(today.getString("items[0].likelihood.basis")).contains("too few");
        assertThat(today.getString("items[0].nextStep.step")).isEqualTo("paperwork");
        assertThat(today.getString("items[1].risk")).isEqualTo("high");
        assertThat(today.getList("items[1].reason.flags")).containsExactly("An invoice is 15 days late.");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> today("").extract().jsonPath().getInt("items[1].reason.pulse.opinion") == 2);
        // And the list moves by itself when the day turns
        clock.set(LocalDate.of(2026, 3, 3));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> today("").extract().jsonPath().getLong("items[0].daysLeft") == 9);
        // And pages
        String next = today("&limit=1")
                .body("items.contractId", contains("near"))
                .extract()
                .path("nextCursor");
        today("&limit=1&cursor=" + next)
                .body("items.contractId", contains("far"))
                .body("nextCursor", nullValue());
    }

    @Test
    void what_is_learnt_of_past_terms_counts_at_once_for_all_that_is_listed() {
        // Given
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.contract("near", ContractKind.SUBSCRIPTION, "2025-04-01", "2026-03-12", 0, true));
        long terms = awaitToday(1).getLong("items[0].likelihood.terms");
        // When another account's term is heard of that ended with the same band
        send(other.profile("Beta", "bob@bellwether.test"), other.score("80", Band.GREEN));
        send(other.subscription("2025-02-01", "2026-01-31", 0, false));
        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> today("").extract().jsonPath().getLong("items[0].likelihood.terms") > terms);
    }

    @Test
    void a_currency_counts_what_the_configuration_says_as_soon_as_it_is_another_one() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        put("isk-" + say.account(), """
                {"accountId": "%s", "startsOn": "2025-04-01", "endsOn": "2026-03-12", "autoRenew": true, "currency": "ISK",
                 "lines": [{"product": "Suite", "annualAmount": 1000000}]}""".formatted(say.account())).statusCode(201);
        awaitToday(1);
        assertThat(isRankedInKronur()).isTrue();

        transactions.run(
                session -> session.createNativeQuery("update contract set rank = 1 where account_id = :account")
                        .setParameter("account", say.account())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("update reckoned_by set configured = 'another'")
                                .executeUpdate()));

        await().atMost(Duration.ofMinutes(1)).until(this::isRankedInKronur);
    }

    /** Ten days before the decision. */
    private boolean isRankedInKronur() {
        JsonPath today = today("").extract().jsonPath();
        return today.getDouble("items[0].rank") == today.getLong("items[0].moneyAtRisk.ISK") * 7 / 10_000.0;
    }

    @Test
    void a_contract_that_is_put_is_a_fact_for_all_and_kept_with_who_said_it() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        String id = "put-" + say.account();

        put(id, """
                {"accountId": "%s", "startsOn": "2025-07-01", "endsOn": "2026-06-30", "noticeDays": 30, "autoRenew": true,
                 "currency": "JPY", "lines": [{"product": "Suite", "annualAmount": 1200000}],
                 "renewalLines": [{"product": "Suite", "annualAmount": 1320000}]}""".formatted(say.account()))
                .statusCode(201)
                .body("decisionOn", equalTo("2026-05-31"))
                .body("annualValue.JPY", equalTo(1_200_000))
                .body("renewalLines[0].annualAmount", equalTo(1_320_000));
        clock.advance(Duration.ofSeconds(1)); // on equal instants the larger event id would count
        put(id, "{\"noticeDays\": 60}")
                .statusCode(200)
                .body("decisionOn", equalTo("2026-05-01"))
                .body("history.by", contains("max@bellwether.test", "max@bellwether.test"))
                .body("history[1].said.noticeDays", equalTo(60));

        List<Event> published = TestTopic.received(
                Topic.ACCOUNT_EVENTS,
                event -> event instanceof ContractChanged contract
                        && contract.contractId().equals(id)
                        && Integer.valueOf(60).equals(contract.noticeDays()),
                Duration.ofMinutes(1));
        assertThat(published)
                .filteredOn(event -> event.accountId().equals(say.account()) && event instanceof ContractChanged)
                .hasSize(2);
        as("max@bellwether.test", "manager")
                .get("/v1/contracts/" + id)
                .then()
                .statusCode(200)
                .body("noticeDays", equalTo(60));
    }

    @Test
    void a_contract_that_ran_goes_back_to_no_draft_and_no_trial() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitToday(1);

        put(
                        say.contractId(),
                        "{\"accountId\": \"%s\", \"status\": \"draft\", \"kind\": \"trial\"}".formatted(say.account()))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/conflict"))
                .body("errors.pointer", contains("/status", "/kind"))
                .body("errors[0].detail", containsString("say cancelled with cancelledOn, or ended"));
        today("").body("items.contractId", contains(say.contractId()));
        as(owner, "csm").get("/v1/contracts/" + say.contractId()).then().body("history.size()", equalTo(1));
    }

    @Test
    void of_a_term_that_is_decided_no_milestone_comes() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitToday(1);
        clock.advance(Duration.ofMinutes(1));

        put(say.contractId(), "{\"status\": \"cancelled\", \"cancelledOn\": \"2026-03-02\"}")
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("milestones.days", contains(120, 90))
                .body("milestones.state", contains("skipped", "told"));
    }

    @Test
    void a_list_tells_a_playbook_that_is_done_from_one_that_has_not_begun() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.contract("trial", ContractKind.TRIAL, "2026-02-01", "2026-05-30", 0, false));
        awaitToday(1);

        today("").body("items[0].nextStep", nullValue()).body("items[0].stepsInForce", equalTo(0));
    }

    @Test
    void a_calendar_shows_no_day_that_is_farther_than_ten_years() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(
                say.contract("near", ContractKind.SUBSCRIPTION, "2026-01-01", "2036-03-02", 0, false),
                say.contract("far", ContractKind.SUBSCRIPTION, "2026-01-01", "2036-03-03", 0, false),
                say.contract("never", ContractKind.SUBSCRIPTION, "2026-01-01", "9999-12-31", 0, false));
        String feed = post("/v1/calendars", "").statusCode(201).extract().path("path");

        await().atMost(Duration.ofMinutes(1)).until(() -> feed(feed).contains("DTSTART;VALUE=DATE:20360302"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> as(owner, "csm")
                                .get("/v1/renewals")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 3);
        assertThat(feed(feed)).containsOnlyOnce("BEGIN:VEVENT");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                       | ''            | is not JSON
            []                                                                      | ''            | must be a JSON object
            {"endsOn": "2026-06-30"}                                                | /accountId    | is required
            {"accountId": "a", "contractId": "b"}                                   | /contractId   | must be the id in the path
            {"accountId": "a", "endsOn": "soon"}                                    | /endsOn       | must be a day
            {"accountId": "a", "startsOn": "2026-06-30", "endsOn": "2026-01-01"}    | /endsOn       | must not be before startsOn
            {"accountId": "a", "lines": [{"product": "p", "annualAmount": 1}]}      | /currency     | is required
            {"accountId": "a", "lines": [{"product": "p", "annualAmount": 1.5}]}    | /lines/0/annualAmount | whole number
            {"accountId": "a", "currency": "EURO"}                                  | /currency     | ISO 4217
            {"accountId": "a", "currency": "ZZZ"}                                   | /currency     | ISO 4217
            {"accountId": "a", "notice_days": 30}                                   | /notice_days  | noticeDays
            {"accountId": "a", "lines": [{"product": "p", "annualAmount": -1}]}     | /lines        | less than 0
            {"accountId": "a", "startsOn": "0001-01-01"}                            | /startsOn     | years 1900
            {"accountId": "a\\u0000"}                                               | /accountId    | without a NUL
            {"accountId": "a", "a/b": 30}                                           | /a~1b         | is no field
            """)
    void what_is_wrong_with_a_contract_is_named_and_nothing_is_kept(String body, String pointer, String detail) {
        put("wrong-" + say.account(), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail", hasItem(containsString(detail)));
        as("max@bellwether.test", "manager")
                .get("/v1/contracts/wrong-" + say.account())
                .then()
                .statusCode(404);
    }

    @Test
    void steps_are_done_calls_are_kept_and_a_disputed_one_is_told_to_the_manager() {
        // Given a red account whose decision is 91 days ahead
        send(say.profile("Acme", owner), say.score("38.50", Band.RED));
        send(say.subscription("2025-07-02", "2026-07-01", 30, true));
        awaitToday(1);
        String renewal = "/v1/renewals/" + say.contractId();
        // When
        post(renewal + "/call", "{\"call\": \"commit\", \"note\": \"They said yes.\"}")
                .statusCode(200)
                .body("desk.call.call", equalTo("commit"))
                .body("desk.call.by", equalTo(owner));
        post(renewal + "/task", "{\"step\": \"review-usage\", \"done\": true, \"note\": \"All fine.\"}")
                .statusCode(200)
                .body("desk.steps.find { it.step == 'review-usage' }.done", equalTo(true));
        post(
                        renewal + "/task",
                        "{\"title\": \"Send flowers\", \"assignee\": \"bob@bellwether.test\", \"dueOn\": \"2026-03-09\"}")
                .statusCode(200)
                .body("desk.steps.text", hasItem("Send flowers"));
        post(renewal + "/task", "{\"step\": \"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\", \"done\": true}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/title"));
        post(renewal + "/note", "{\"note\": \"New decider.\"}")
                .statusCode(200)
                .body("desk.notes.note", contains("New decider."));
        // Then
        today("")
                .body("items[0].call.call", equalTo("commit"))
                .body("items[0].computedCall", equalTo("at-risk"))
                .body("items[0].nextStep.step", not(equalTo("review-usage")));
        clock.set(LocalDate.of(2026, 3, 4));
        List<Event> told = TestTopic.received(
                Topic.RENEWAL_EVENTS,
                event -> event instanceof RenewalDisputed && event.accountId().equals(say.account()),
                Duration.ofMinutes(1));
        RenewalDisputed disputed = told.stream()
                .filter(event -> event.accountId().equals(say.account()))
                .filter(RenewalDisputed.class::isInstance)
                .map(RenewalDisputed.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(disputed.milestone()).isEqualTo(90);
        assertThat(disputed.call()).isEqualTo("commit");
        assertThat(disputed.sentence()).contains("Acme", "at risk");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            call | {}                     | /call
            call | {"call": "maybe"}      | /call
            note | {"note": " "}          | /note
            task | {}                     | /step
            task | {"step": "unheard"}    | /step
            task | {"step": "proposal", "done": "yes"}      | /done
            task | {"step": "proposal", "dueOn": "monday"}  | /dueOn
            task | {"step": "proposal", "dune": true}       | /dune
            call | {"call": "commit", "why": "They said."}  | /why
            note | {"note": "Hello", "text": "Hello"}       | /text
            """)
    void what_is_wrong_on_the_desk_is_named_once(String door, String body, String pointer) {
        post("/v1/renewals/" + say.contractId() + "/" + door, body)
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_calendar_moves_with_its_dates_and_ends_with_its_token() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitToday(1);
        JsonPath made = post("/v1/calendars", "").statusCode(201).extract().jsonPath();
        String feed = made.getString("path");
        // the address is the secret
        var first = given().get(feed)
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .body(containsString("DTSTART;VALUE=DATE:20260531"))
                .body(containsString("SEQUENCE:0"))
                .extract();
        given().header("If-None-Match", first.header("ETag")).get(feed).then().statusCode(304);
        given().header("If-None-Match", "\"other\", W/" + first.header("ETag"))
                .get(feed)
                .then()
                .statusCode(304);
        given().header("If-None-Match", "\"other\"").get(feed).then().statusCode(200);
        // a corrected date moves the event
        clock.advance(Duration.ofMinutes(1));
        send(say.endsOn("2026-07-31"));
        await().atMost(Duration.ofMinutes(1)).until(() -> feed(feed).contains("DTSTART;VALUE=DATE:20260701"));
        assertThat(feed(feed)).contains("SEQUENCE:1").containsOnlyOnce("BEGIN:VEVENT");
        // a cancellation takes it away
        clock.advance(Duration.ofMinutes(1));
        send(say.cancelled("2026-03-02"));
        await().atMost(Duration.ofMinutes(1)).until(() -> feed(feed).contains("STATUS:CANCELLED"));
        assertThat(feed(feed)).contains("SEQUENCE:2");
        clock.set(LocalDate.of(2026, 3, 20));
        assertThat(feed(feed)).doesNotContain("BEGIN:VEVENT");
        // and nobody reads what was revoked
        as("bob@bellwether.test", "csm")
                .delete("/v1/calendars/" + made.getString("id"))
                .then()
                .statusCode(404);
        as(owner, "csm").get("/v1/calendars").then().statusCode(200).body("id", contains(made.getString("id")));
        as(owner, "csm").delete("/v1/calendars/" + made.getString("id")).then().statusCode(204);
        given().get(feed).then().statusCode(404);
    }

    @Test
    void what_goes_to_another_owner_is_cancelled_in_the_calendar_of_the_old_one_and_comes_back_with_the_account() {
        String other = "bea-" + UUID.randomUUID() + "@bellwether.test";
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitToday(1);
        String mine = post("/v1/calendars", "").statusCode(201).extract().path("path");
        String hers = as(other, "csm")
                .contentType("application/json")
                .post("/v1/calendars")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
        // When the account goes
        clock.advance(Duration.ofMinutes(1));
        send(say.profile("Acme", other));
        await().atMost(Duration.ofMinutes(1)).until(() -> feed(hers).contains("STATUS:CONFIRMED"));
        assertThat(feed(mine)).containsOnlyOnce("BEGIN:VEVENT").contains("STATUS:CANCELLED", "SEQUENCE:1");
        assertThat(leftOf(say.account())).isEqualTo(1);
        // When it comes back
        clock.advance(Duration.ofMinutes(1));
        send(say.profile("Acme", owner));
        await().atMost(Duration.ofMinutes(1)).until(() -> feed(mine).contains("STATUS:CONFIRMED"));
        assertThat(feed(mine)).containsOnlyOnce("BEGIN:VEVENT").contains("SEQUENCE:2");
        assertThat(feed(hers)).containsOnlyOnce("BEGIN:VEVENT").contains("STATUS:CANCELLED");
        clock.set(LocalDate.of(2026, 3, 20));
        assertThat(feed(hers)).doesNotContain("BEGIN:VEVENT");
        await().atMost(Duration.ofMinutes(1)).until(() -> leftOf(say.account()) == 0);
    }

    private long leftOf(String account) {
        return transactions.run(session -> session.createNativeQuery(
                        "select count(*) from calendar_left where account_id = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult());
    }

    @Test
    void strangers_and_other_csms_stay_outside() {
        send(say.profile("Acme", owner), say.score("80", Band.GREEN));
        send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        awaitToday(1);
        RequestSpecification bob = as("bob@bellwether.test", "csm");
        bob.get("/v1/today?owner=" + owner).then().statusCode(403);
        as("bob@bellwether.test", "csm")
                .contentType("application/json")
                .body("{\"call\": \"commit\"}")
                .post("/v1/renewals/" + say.contractId() + "/call")
                .then()
                .statusCode(404);
        as("bob@bellwether.test", "csm")
                .contentType("application/json")
                .body("{\"accountId\": \"" + say.account() + "\", \"noticeDays\": 1}")
                .put("/v1/contracts/" + say.contractId())
                .then()
                .statusCode(404);
        given().get("/v1/today").then().statusCode(401);
        given().get("/v1/calendar.ics?token=guessed").then().statusCode(404);
    }

    private JsonPath awaitToday(int lines) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> today("").extract().jsonPath().getList("items").size() == lines);
        return today("").extract().jsonPath();
    }

    private ValidatableResponse today(String more) {
        return as("max@bellwether.test", "manager")
                .get("/v1/today?owner=" + owner + more)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(String id, String body) {
        return as("max@bellwether.test", "manager")
                .contentType("application/json")
                .body(body)
                .put("/v1/contracts/" + id)
                .then();
    }

    private ValidatableResponse post(String path, String body) {
        return as(owner, "csm")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String feed(String path) {
        return given().get(path).then().statusCode(200).extract().asString().replace("\r\n ", "");
    }

    private static RequestSpecification as(String email, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(email, roles));
    }
}
