package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Callers.as;
import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TellingJourneyTest {

    private static final String TOLD = "select count(*) from told where person = ?";

    private final SlackStandIn slack = Surroundings.slack();
    private final MailStandIn mail = Surroundings.mail();
    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final String ann = "ann-" + name + "@example.com";
    private final String bob = "bob-" + name + "@example.com";
    private final String boss = "boss-" + name + "@example.com";

    @Inject
    Database database;

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void the_deputy_of_whoever_is_on_leave_is_told_once() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        say(ann, """
                {"deputy": "%s", "absences": [{"from": "%s", "until": "%s"}]}
                """.formatted(bob, today.minusDays(1), today.plusDays(7)));
        AnAccount acme = AnAccount.named("Leave " + name).ownedBy(ann);

        TestTopic.send(acme.latePayment("f1", 0));

        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
        assertThat(mail.mails(acme.name()).getFirst().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(bob);
        assertThat(database.number(TOLD, bob)).isEqualTo(1);
        assertThat(database.number(TOLD, ann)).isZero();
    }

    @Test
    void what_nobody_acknowledges_goes_to_the_deputy_then_to_the_manager_and_no_further() {
        say(ann, "{\"deputy\": \"%s\", \"manager\": \"%s\"}".formatted(bob, boss));
        AnAccount acme = AnAccount.named("Line " + name).ownedBy(ann);
        TestTopic.send(acme.raised("f1", 0, FlagKind.RED, Severity.HIGH));
        eventually(() -> assertThat(database.number(TOLD, ann)).isEqualTo(1));

        timePasses(acme);
        eventually(() -> assertThat(database.number(TOLD, bob)).isEqualTo(1));
        timePasses(acme);
        eventually(() -> assertThat(database.number(TOLD, boss)).isEqualTo(1));
        timePasses(acme);

        eventually(() -> assertThat(database.number(
                        "select count(*) from alert where look_at is null and account_id = ?", acme.id()))
                .isEqualTo(1));
        assertThat(database.number(TOLD, ann) + database.number(TOLD, bob) + database.number(TOLD, boss))
                .isEqualTo(3);
    }

    @Test
    void a_thousand_flags_that_are_due_at_once_are_one_readable_message_and_a_digest() {
        Event[] flags = IntStream.range(0, 1_000)
                .mapToObj(i -> AnAccount.named("Storm " + name).ownedBy(ann).latePayment("f1", 0))
                .toArray(Event[]::new);
        String silence = silence(ann);
        TestTopic.send(flags);
        eventually(() -> assertThat(database.number(
                        "select count(*) from alert a join account c on c.id = a.account_id where c.owner = ? and a.held = 'silenced'",
                        ann))
                .isEqualTo(1_000));
        manager().delete("/v1/silences/" + silence).then().statusCode(204);

        eventually(() -> assertThat(mail.mails("1000 things came up")).hasSize(1));
        assertThat(database.rows("select kind, alerts from told where person = ?", ann))
                .containsExactly(List.of("summary", "1000"));
        eventually(() -> assertThat(slack.messages("1000 things came up")).hasSize(1));
        assertThat(slack.messages("Storm " + name)).hasSize(1);
        as(ann, "csm")
                .get("/v1/digest")
                .then()
                .statusCode(200)
                .body("entries", hasSize(50))
                .body("more", equalTo(950));
    }

    @Test
    void what_is_put_off_comes_again_and_what_was_given_away_is_told_to_whoever_has_it_now() {
        AnAccount acme = AnAccount.named("Later " + name).ownedBy(ann);
        FlagRaised raised = acme.raised("f1", 0, FlagKind.RED, Severity.MEDIUM);
        TestTopic.send(raised);
        eventually(() -> assertThat(database.number(TOLD, ann)).isEqualTo(1));
        String alert = alertOf(acme);

        as(ann, "csm").post("/v1/alerts/" + alert + "/acknowledge").then().statusCode(200);
        manager()
                .contentType("application/json")
                .body("{\"until\": \"%s\"}".formatted(Instant.now().plus(Duration.ofHours(1))))
                .post("/v1/alerts/" + alert + "/snooze")
                .then()
                .statusCode(200)
                .body("status", equalTo("snoozed"))
                .body("handledBy", equalTo(ann))
                .body("snoozedBy", notNullValue())
                .body("snoozedUntil", notNullValue());
        as(ann, "csm")
                .queryParam("status", "snoozed")
                .get("/v1/alerts")
                .then()
                .body("items.id", equalTo(List.of(alert)));
        timePasses(acme);
        eventually(() -> assertThat(database.number(TOLD, ann)).isEqualTo(2));
        for (int i = 0; i < 2; i++) {
            manager()
                    .contentType("application/json")
                    .body("{\"to\": \"%s\"}".formatted(bob))
                    .post("/v1/alerts/" + alert + "/assign")
                    .then()
                    .statusCode(200)
                    .body("assignee", equalTo(bob));
        }

        eventually(() -> assertThat(database.number(TOLD, bob)).isEqualTo(1));
        as(bob, "csm").get("/v1/alerts").then().body("items.id", equalTo(List.of(alert)));
        TestTopic.send(acme.cleared(raised, 10), acme.raised("f2", 20, FlagKind.RED, Severity.MEDIUM));
        eventually(() -> assertThat(database.number(
                        "select count(*) from alert where episode = 'f2' and assignee = '%s' and account_id = ?"
                                .formatted(bob),
                        acme.id()))
                .isEqualTo(1));
    }

    @Test
    void a_disputed_call_is_told_to_the_manager_of_the_owner() {
        say(ann, "{\"manager\": \"%s\"}".formatted(boss));
        AnAccount acme = AnAccount.named("Call " + name).ownedBy(ann);
        TestTopic.send(acme.disputed(acme.due("c1", 90, 0), 1, null));

        eventually(() -> assertThat(database.number(TOLD, boss)).isEqualTo(1));
        assertThat(database.number(TOLD, ann)).isZero();
    }

    @Test
    void a_silence_holds_back_until_somebody_ends_it() {
        AnAccount acme = AnAccount.named("Hush " + name).ownedBy(ann);
        String silence = manager()
                .contentType("application/json")
                .body("{\"account\": \"%s\", \"untilRecovered\": true, \"reason\": \"known\"}".formatted(acme.id()))
                .post("/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> assertThat(database.number(
                        "select count(*) from alert where held = 'silenced' and account_id = ?", acme.id()))
                .isEqualTo(1));
        assertThat(database.number(TOLD, ann)).isZero();
        as(ann, "csm").delete("/v1/silences/" + silence).then().statusCode(404);

        manager().delete("/v1/silences/" + silence).then().statusCode(204);

        eventually(() -> assertThat(database.number(TOLD, ann)).isEqualTo(1));
    }

    @Test
    void an_event_ends_a_silence() {
        AnAccount acme = AnAccount.named("Green " + name).ownedBy(ann);
        as(ann, "csm")
                .contentType("application/json")
                .body(
                        "{\"account\": \"%s\", \"person\": \"%s\", \"from\": \"%s\", \"untilRecovered\": true, \"reason\": \"x\"}"
                                .formatted(acme.id(), ann, AnAccount.NINE))
                .post("/v1/silences")
                .then()
                .statusCode(201);
        TestTopic.send(acme.latePayment("f1", 0), acme.scored(-1, "80.00"));
        eventually(() -> assertThat(database.number(
                        "select count(*) from alert where held = 'silenced' and account_id = ?", acme.id()))
                .isEqualTo(1));

        TestTopic.send(acme.scored(1, "80.00"));

        eventually(() -> assertThat(database.number(TOLD, ann)).isEqualTo(1));
    }

    @Test
    void good_news_are_in_the_digest_with_the_reason() {
        AnAccount happy = AnAccount.named("Happy " + name).ownedBy(ann);
        TestTopic.send(happy.raised("f1", 0, FlagKind.ADVOCATE, Severity.INFO));

        eventually(() -> as(ann, "csm")
                .get("/v1/digest")
                .then()
                .body("entries.heldBack", hasItem("its route leads to the digest")));
        as(ann, "csm").queryParam("owner", bob).get("/v1/digest").then().statusCode(403);
    }

    @Test
    void faulty_documents_are_refused_with_the_place_of_every_fault() {
        manager()
                .contentType("text/plain")
                .body("routes:\n  - name: a\n    timing: sometimes\n    match: {severity: [huge]}\n    colour: red\n")
                .put("/v1/routing")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/routes/0/timing"))
                .body("errors.pointer", hasItem("/routes/0/match/severity/0"))
                .body("errors.pointer", hasItem("/routes/0/colour"));
        manager()
                .contentType("text/plain")
                .body("routes:\n  - name: a\n    channels: [email]\n  - name: b\n    channels: [pagerduty]\n")
                .put("/v1/routing")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/routes/1/channels")))
                .body("errors.detail", hasItem(containsString("slack, email")));
        as(ann, "csm")
                .contentType("application/json")
                .body("{\"channels\": [\"teams\"]}")
                .put("/v1/people/" + ann)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/channels"));
        as(ann, "csm")
                .contentType("application/json")
                .body(
                        "{\"zone\": \"Mars/Olympus\", \"workHours\": {\"monday\": {\"from\": \"17:00\", \"until\": \"9:00\"}}}")
                .put("/v1/people/" + ann)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/zone"))
                .body("errors.pointer", hasItem("/workHours/monday/until"));
        as(ann, "csm")
                .contentType("application/json")
                .body("{}")
                .put("/v1/people/" + bob)
                .then()
                .statusCode(403);
        manager()
                .contentType("application/json")
                .body("{}")
                .post("/v1/silences")
                .then()
                .statusCode(400);
    }

    @Test
    void routes_can_be_asked_who_would_be_told_and_why() {
        manager()
                .contentType("application/json")
                .body("{\"account\": \"none\", \"kind\": \"ADVOCATE\", \"severity\": \"info\"}")
                .post("/v1/routing/test")
                .then()
                .statusCode(200)
                .body("decision", equalTo("digest"))
                .body("route", equalTo("good news"));
        manager()
                .contentType("application/json")
                .body(
                        "{\"account\": \"none\", \"kind\": \"RED\", \"severity\": \"high\", \"time\": \"2026-03-02T09:00:00Z\"}")
                .post("/v1/routing/test")
                .then()
                .statusCode(200)
                .body("told", equalTo("cs-team@example.com"))
                .body("channels", hasItem("email"))
                .body("steps", hasItem(containsString("has no owner")));
    }

    @Test
    void whoever_asks_hears_that_the_budget_is_used_up_and_who_is_told_next_all_the_same() {
        say(ann, "{\"weeklyBudget\": 1, \"deputy\": \"%s\", \"manager\": \"%s\"}".formatted(bob, boss));
        say(bob, "{\"absences\": [{\"from\": \"2020-01-01\", \"until\": \"2099-12-31\"}]}");
        AnAccount acme = AnAccount.named("Asked " + name).ownedBy(ann);
        String asked = "{\"account\": \"%s\", \"kind\": \"RED\", \"severity\": \"high\"}".formatted(acme.id());
        TestTopic.send(acme.raised("f1", 0, FlagKind.RED, Severity.MEDIUM));
        eventually(() -> assertThat(database.number(TOLD, ann)).isEqualTo(1));

        manager()
                .contentType("application/json")
                .body(asked)
                .post("/v1/routing/test")
                .then()
                .statusCode(200)
                .body("decision", equalTo("digest"))
                .body("steps", hasItem(containsString("the week's budget is used up")))
                .body("thenIfNotAcknowledged", hasSize(1))
                .body("thenIfNotAcknowledged[0]", containsString(boss + " from "));
    }

    @Test
    void verdicts_become_a_report_that_says_when_they_are_too_few() {
        AnAccount acme = AnAccount.named("Right " + name).ownedBy(ann);
        TestTopic.send(acme.raised("f1", 0, FlagKind.TICKET_SPIKE, Severity.MEDIUM));
        eventually(() -> assertThat(database.number(TOLD, ann)).isEqualTo(1));
        String alert = alertOf(acme);

        as(ann, "csm")
                .contentType("application/json")
                .body("{\"verdict\": \"useful\"}")
                .post("/v1/alerts/" + alert + "/verdict")
                .then()
                .statusCode(200);
        as(ann, "csm")
                .contentType("application/json")
                .body("{\"verdict\": \"meh\"}")
                .post("/v1/alerts/" + alert + "/verdict")
                .then()
                .statusCode(400);

        as(ann, "csm")
                .get("/v1/rules/report")
                .then()
                .statusCode(200)
                .body("kinds.find { it.kind == 'TICKET_SPIKE' }.useful", equalTo(1))
                .body("kinds.find { it.kind == 'TICKET_SPIKE' }.note", equalTo("too few to say"));
    }

    @Test
    void what_fails_before_its_commit_is_told_once_it_succeeds() {
        AnAccount acme = AnAccount.named("Crash " + name).ownedBy(ann);
        database.run("alter table told rename to told_away");
        try {
            TestTopic.send(acme.latePayment("f1", 0));
            eventually(() -> assertThat(RestAssured.get("/q/metrics").asString())
                    .containsPattern("bellwether_alert_intake_failures_total [1-9]"));
        } finally {
            database.run("alter table told_away rename to told");
        }

        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
        assertThat(database.number(TOLD, ann)).isEqualTo(1);
    }

    /** The next moment at which something is due has come. */
    /** Held back until all are there, so that they are decided together. */
    private static String silence(String person) {
        return manager()
                .contentType("application/json")
                .body("{\"person\": \"%s\", \"until\": \"%s\", \"reason\": \"a test\"}"
                        .formatted(person, Instant.now().plus(Duration.ofHours(1))))
                .post("/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void timePasses(AnAccount account) {
        database.run(
                "update alert set look_at = now(), quiet_until = now(), escalate_at = now() where account_id = ?",
                account.id());
    }

    private static void say(String email, String document) {
        manager()
                .contentType("application/json")
                .body(document)
                .put("/v1/people/" + email)
                .then()
                .statusCode(200);
    }

    private static String alertOf(AnAccount account) {
        return manager()
                .queryParam("account", account.id())
                .get("/v1/alerts")
                .then()
                .extract()
                .path("items[0].id");
    }
}
