package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Callers.operator;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.testing.AllChannels;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.LogKeeper;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@WithTestResource(AllChannels.class)
class AllChannelsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SlackStandIn slack = Surroundings.slack();
    private final MailStandIn mail = Surroundings.mail();

    @Inject
    Database database;

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void an_alert_is_told_everywhere_and_its_end_edits_the_message_of_the_bot() {
        AnAccount acme = AnAccount.named("Acme everywhere");
        FlagRaised raised = acme.latePayment("f1", 0);
        TestTopic.send(raised);
        eventually(() -> assertThat(slack.standing(acme.id())).hasSize(1));
        eventually(() -> assertThat(mail.mails(acme.name())).hasSize(1));
        eventually(() -> assertThat(AllChannels.webhook().bodies(acme.id())).hasSize(1));
        eventually(() -> assertThat(AllChannels.teams().bodies(acme.id())).hasSize(1));

        TestTopic.send(acme.cleared(raised, 5));

        eventually(() -> assertThat(slack.standing(acme.id()))
                .singleElement()
                .satisfies(message -> assertThat(message.toString()).contains("✅", "resolved: an invoice is overdue")));
        eventually(() -> assertThat(AllChannels.webhook().bodies(acme.id()))
                .extracting(body -> body.path("type").asText())
                .containsExactly("alert.told", "alert.resolved"));
        assertThat(AllChannels.pagerDuty().bodies(acme.id())).isEmpty();
    }

    @Test
    void slack_that_was_down_under_load_gets_everything_once_and_in_order() {
        List<AnAccount> accounts = IntStream.range(0, 12)
                .mapToObj(i -> AnAccount.named("Acme down").ownedBy("down-" + i + "@example.com"))
                .toList();
        List<FlagRaised> flags =
                accounts.stream().map(account -> account.latePayment("f1", 0)).toList();
        slack.peer().down(true);
        flags.forEach(TestTopic::send);
        accounts.forEach(account -> eventually(() -> assertThat(queued(account)).isEqualTo(1)));
        for (int i = 0; i < accounts.size(); i++) {
            TestTopic.send(accounts.get(i).escalated(flags.get(i), 5, Severity.HIGH));
        }
        accounts.forEach(account -> eventually(() -> assertThat(queued(account)).isEqualTo(2)));
        eventually(() -> assertThat(given().get("/q/metrics").asString().lines())
                .anyMatch(line -> line.matches("bellwether_alert_circuit\\{channel=\"slack\",?} [12].0")));
        int whileDown = slack.answers().size();

        slack.peer().down(false);

        for (AnAccount account : accounts) {
            // the opening message, edited by the second, whose own words are an answer to it
            eventually(() -> assertThat(slack.messages(account.id()))
                    .extracting(message -> message.has("ts"))
                    .containsExactly(false, true));
        }
        eventually(() -> assertThat(answersOf(accounts)).hasSize(accounts.size()));
        // the circuit spares Slack: far fewer attempts than messages and retries would have made
        assertThat(whileDown).isLessThan(150);
    }

    @Test
    void what_waits_shows_what_became_of_it_meanwhile() {
        AnAccount acme = AnAccount.named("Acme meanwhile");
        AnAccount other = AnAccount.named("Other meanwhile");
        slack.peer().down(true);
        TestTopic.send(acme.latePayment("f1", 0), other.latePayment("f1", 0));
        eventually(() -> assertThat(queued(acme) + queued(other)).isEqualTo(2));

        handled(acme, "acknowledge");
        handled(other, "resolve");
        slack.peer().down(false);

        eventually(() -> assertThat(slack.standing(acme.id()))
                .singleElement()
                .satisfies(message -> assertThat(message.toString()).contains("Acknowledged by")));
        eventually(() -> assertThat(database.number(
                        "select count(*) from delivery where account_id = ? and channel = 'slack' and status = 'due'",
                        other.id()))
                .isZero());
        // one that was on its way when it was resolved could not be withdrawn
        assertThat(slack.standing(other.id()))
                .allSatisfy(message -> assertThat(message.toString()).contains("Resolved by"));
    }

    @Test
    void of_what_somebody_does_while_slack_is_away_only_the_last_is_shown() {
        AnAccount acme = AnAccount.named("Acme clicks");
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> assertThat(slack.standing(acme.id())).hasSize(1));
        String waits = "account_id = ? and channel = 'slack' and status = 'due' and leased_until is null";
        slack.peer().down(true);
        try {
            handled(acme, "acknowledge");
            eventually(() -> assertThat(database.run(
                            "update delivery set due_at = now() + interval '1 hour' where " + waits, acme.id()))
                    .isEqualTo(1));
            handled(acme, "resolve");
            assertThat(database.number("select count(*) from delivery where " + waits, acme.id()))
                    .isEqualTo(1);
        } finally {
            slack.peer().down(false);
        }
        database.run("update delivery set due_at = now() where " + waits, acme.id());
        eventually(() -> assertThat(slack.standing(acme.id()))
                .singleElement()
                .satisfies(message -> assertThat(message.toString()).contains("Resolved by")));
    }

    @Test
    void a_room_that_is_broken_stops_no_other() throws Exception {
        AnAccount[] bad = accounts("Acme bad room", 6);
        AnAccount good = AnAccount.named("Acme good room");
        JsonNode usual = JSON.readTree(manager().get("/v1/routing").asString()).path("document");
        route(into("C9", bad, usual));
        try {
            slack.broken("C9", true);
            TestTopic.send(Stream.of(bad).map(one -> one.latePayment("f1", 0)).toArray(Event[]::new));
            eventually(() -> assertThat(given().get("/q/metrics").asString().lines())
                    .anyMatch(line -> line.matches("bellwether_alert_circuit\\{channel=\"slack\",?} [12].0")));

            TestTopic.send(good.latePayment("f1", 0));

            eventually(() -> assertThat(slack.standing(good.id())).hasSize(1));
            assertThat(slack.standing("Acme bad room")).isEmpty();
            slack.broken("C9", false);
            eventually(() -> assertThat(slack.standing("Acme bad room"))
                    .hasSize(bad.length)
                    .allSatisfy(message ->
                            assertThat(message.path("channel").asText()).isEqualTo("C9")));
        } finally {
            route(usual);
        }
    }

    private static AnAccount[] accounts(String name, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> AnAccount.named(name).ownedBy("room-" + i + "@example.com"))
                .toArray(AnAccount[]::new);
    }

    private static JsonNode into(String room, AnAccount[] accounts, JsonNode usual) {
        ObjectNode document = usual.deepCopy();
        ArrayNode routes = document.putArray("routes");
        ObjectNode first = routes.addObject().put("name", "room").put("slackChannel", room);
        ArrayNode matched = first.put("timing", "at-once").putObject("match").putArray("account");
        Stream.of(accounts).map(AnAccount::id).forEach(matched::add);
        usual.path("routes").forEach(routes::add);
        return document;
    }

    private static void route(JsonNode document) {
        manager()
                .contentType("application/json")
                .body(document.toString())
                .put("/v1/routing")
                .then()
                .statusCode(200);
    }

    private static void handled(AnAccount account, String how) {
        String alert =
                manager().queryParam("account", account.id()).get("/v1/alerts").path("items[0].id");
        manager().post("/v1/alerts/" + alert + "/" + how).then().statusCode(200);
    }

    @Test
    void a_reminder_whose_place_a_renewal_took_says_so_in_slack() {
        AnAccount acme = AnAccount.named("Acme renews");
        TestTopic.send(acme.due("c1", 30, 0));
        eventually(() -> assertThat(slack.standing(acme.id())).hasSize(1));

        TestTopic.send(acme.renewed("c1", 5));

        eventually(() -> assertThat(slack.standing(acme.id()))
                .anySatisfy(message -> assertThat(message.toString()).contains("Something newer took its place"))
                .anySatisfy(message -> assertThat(message.toString()).contains("🟢", "subscription renewed")));
    }

    private long queued(AnAccount account) {
        return database.number(
                "select count(*) from delivery where account_id = ? and channel = 'slack'", account.id());
    }

    private List<JsonNode> answersOf(List<AnAccount> accounts) {
        List<String> openings = accounts.stream()
                .flatMap(account -> slack.messages(account.id()).stream())
                .map(message -> message.path("ts").asText())
                .filter(ts -> !ts.isEmpty())
                .toList();
        return slack.messages("It became worse.").stream()
                .filter(answer -> openings.contains(answer.path("thread_ts").asText()))
                .toList();
    }

    @Test
    void what_a_process_sent_before_it_died_is_sent_once_more_at_most() {
        AnAccount acme = AnAccount.named("Acme crash");
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> assertThat(AllChannels.webhook().bodies(acme.id())).hasSize(1));
        String died = "update delivery set status = 'due', leased_until = now() - interval '1 second'"
                + " where account_id = ? and channel = 'webhook' and status = 'sent'";
        eventually(() -> assertThat(database.run(died, acme.id())).isEqualTo(1));

        eventually(() -> assertThat(AllChannels.webhook().bodies(acme.id())).hasSize(2));
        eventually(() -> assertThat(database.number(
                        "select count(*) from delivery where account_id = ? and channel = 'webhook' and status = 'sent'",
                        acme.id()))
                .isEqualTo(1));
        List<JsonNode> twice = AllChannels.webhook().bodies(acme.id());
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0)).isEqualTo(twice.get(1));
    }

    @Test
    void operations_are_told_once_of_a_channel_that_does_not_deliver_and_once_that_it_does() {
        int before = incidents("trouble email").size();
        AnAccount acme = AnAccount.named("Acme trouble");
        mail.goAway();
        try {
            TestTopic.send(acme.latePayment("f1", 0));
            String longAgo =
                    "update delivery set queued_at = now() - interval '1 hour', due_at = now() + interval '1 hour'"
                            + " where account_id = ? and channel = 'email' and status = 'due' and leased_until is null";
            eventually(() -> assertThat(database.run(longAgo, acme.id())).isEqualTo(1));
            eventually(() ->
                    assertThat(incidents("trouble email").stream().skip(before)).containsExactly("trigger"));
        } finally {
            mail.comeBack();
        }
        database.run("update delivery set due_at = now() where account_id = ? and channel = 'email'", acme.id());

        eventually(() ->
                assertThat(incidents("trouble email").stream().skip(before)).containsExactly("trigger", "resolve"));
    }

    @Test
    void operations_are_told_once_of_what_was_given_up_and_once_that_it_was_tried_again() {
        database.run("update delivery set given_up_at = given_up_at - interval '2 days' where channel = 'teams'");
        eventually(() -> assertThat(incidents("given-up teams"))
                .filteredOn("resolve"::equals)
                .hasSameSizeAs(incidents("given-up teams").stream()
                        .filter("trigger"::equals)
                        .toList()));
        int before = incidents("given-up teams").size();
        AnAccount acme = AnAccount.named("Acme given up");
        AllChannels.teams().peer().answerNextAbout(acme.id(), 400, "");
        TestTopic.send(acme.latePayment("f1", 0));

        eventually(() ->
                assertThat(incidents("given-up teams").stream().skip(before)).containsExactly("trigger"));
        operator()
                .queryParam("channel", "teams")
                .post("/v1/deliveries/retry")
                .then()
                .statusCode(202);

        eventually(() ->
                assertThat(incidents("given-up teams").stream().skip(before)).containsExactly("trigger", "resolve"));
        assertThat(AllChannels.teams().bodies(acme.id())).hasSize(1);
    }

    private static List<String> incidents(String what) {
        String key = "bellwether-" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
        return AllChannels.pagerDuty().bodies(key).stream()
                .map(event -> event.path("event_action").asText())
                .toList();
    }

    @Test
    void no_secret_of_any_channel_is_told() {
        AnAccount acme = AnAccount.named("Acme discreet");
        try (LogKeeper log = LogKeeper.start()) {
            slack.peer().hangUpNextAbout(acme.id());
            // it is looked for, in vain, and posted again
            slack.peer().sayNextAbout("include_all_metadata", "{\"ok\":false,\"error\":\"SECRET\"}");
            slack.peer().sayNextAbout(acme.id(), "{\"ok\":false,\"error\":\"SECRET\"}");
            AllChannels.webhook().peer().answerNextAbout(acme.id(), 500, "");
            AllChannels.webhook().peer().hangUpNextAbout(acme.id());
            AllChannels.webhook().peer().answerNextAbout(acme.id(), 400, "");
            AllChannels.teams().peer().hangUpNextAbout(acme.id());
            AllChannels.teams().peer().answerNextAbout(acme.id(), 400, "");
            TestTopic.send(acme.latePayment("f1", 0));
            eventually(() -> operator()
                    .get("/v1/deliveries?status=failed&limit=200")
                    .then()
                    .body("items.findAll { it.accountId == '" + acme.id() + "' }.size()", equalTo(3)));

            assertThat(log.text()).contains("message given up").doesNotContain("SECRET");
        }
        assertThat(operator().get("/v1/deliveries?limit=200").asString()).doesNotContain("SECRET");
        assertThat(manager().get("/v1/alerts?limit=200").asString()).doesNotContain("SECRET");
        assertThat(given().get("/q/metrics").asString()).doesNotContain("SECRET");
    }
}
