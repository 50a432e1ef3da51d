package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Callers.operator;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AllChannels;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One message in the place of many, and what follows it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@WithTestResource(AllChannels.class)
class SummaryJourneyTest {

    private static final int FLAGS = 23;

    /** Between two attempts: nobody sends it now. */
    private static final String PUT_OFF = """
            update delivery set due_at = due_at + interval '1 hour'
            where lane = ? || ' C1' and channel = 'slack' and status = 'due' and attempts > 0 and leased_until is null
            """;

    private static final String AT_ONCE =
            "update delivery set due_at = now() where lane = ? || ' C1' and channel = 'slack' and status = 'due'";

    private static final String QUEUED = "select count(*) from delivery where account_id = ? and channel = 'slack'";
    private static final String GIVEN_UP =
            "select count(*) from delivery where lane = 'person ' || ? || ' C1' and status = 'failed'";

    private static final String UNSENT =
            "select count(*) from delivery where lane like 'person ' || ? || '%' and status <> 'sent'";
    private static final String LOCK_SUMMARY =
            "select id from delivery where lane like 'person ' || ? || '%' order by id for update";
    private static final String WAITERS = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

    private final SlackStandIn slack = Surroundings.slack();
    private final MailStandIn mail = Surroundings.mail();
    private final String person = "storm-" + UUID.randomUUID() + "@example.com";

    private final List<AnAccount> accounts = IntStream.range(0, FLAGS)
            .mapToObj(i -> AnAccount.named("Storm " + UUID.randomUUID()).ownedBy(person))
            .toList();

    @Inject
    Database database;

    @BeforeEach
    void quiet() {
        slack.forget();
    }

    @Test
    void a_summary_that_waits_leaves_out_what_is_over_and_one_that_was_sent_shows_it() {
        List<FlagRaised> flags = storm();
        slack.peer().down(true);
        atOnce(person, flags);
        eventually(() -> assertThat(database.run(PUT_OFF, "person " + person)).isEqualTo(1));
        eventually(() -> assertThat(mail.mails("23 things came up")).isNotEmpty());
        AnAccount first = accounts.get(0);
        AnAccount second = accounts.get(1);

        TestTopic.send(first.cleared(flags.get(0), 60));
        eventually(() -> assertThat(standing(first)).isZero());
        database.run(AT_ONCE, "person " + person);
        slack.peer().down(false);

        eventually(() -> assertThat(slack.standing("22 things came up"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.toString()).contains(second.name()).doesNotContain(first.name())));
        TestTopic.send(second.cleared(flags.get(1), 60));
        eventually(() -> assertThat(slack.standing("22 things came up"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.toString()).contains(second.name(), "resolved: an invoice is overdue")));
        // nobody is told aloud of an end in a storm
        assertThat(slack.standing(second.name())).hasSize(1);
        assertThat(mail.mails(first.name())).isEmpty();
        assertThat(mail.mails(second.name())).isEmpty();
    }

    @Test
    void what_becomes_worse_does_not_overtake_the_summary_that_told_of_it() {
        List<FlagRaised> flags = storm();
        AnAccount worse = accounts.getFirst();
        slack.peer().down(true);
        atOnce(person, flags);
        eventually(() -> assertThat(database.run(PUT_OFF, "person " + person)).isEqualTo(1));
        TestTopic.send(worse.escalated(flags.getFirst(), 60, Severity.CRITICAL));
        eventually(() -> assertThat(database.number(QUEUED, worse.id())).isEqualTo(1));
        AnAccount other = AnAccount.named("Other " + person);
        TestTopic.send(other.latePayment("f1", 0));
        slack.peer().down(false);

        // both are due, and what is critical would be the first
        eventually(() -> assertThat(slack.standing(other.name())).hasSize(1));
        assertThat(slack.standing(worse.name())).isEmpty();
        database.run(AT_ONCE, "person " + person);

        eventually(() -> assertThat(slack.standing(worse.name())).hasSize(2));
        assertThat(slack.standing(worse.name()).getFirst().toString()).contains("23 things came up");
    }

    @Test
    void a_summary_that_was_given_up_tells_only_what_still_stands_when_it_is_tried_again() {
        List<FlagRaised> flags = storm();
        slack.answerNextAbout("23 things came up", 400);
        atOnce(person, flags);
        eventually(() -> assertThat(database.number(GIVEN_UP, person)).isEqualTo(1));

        TestTopic.send(
                accounts.get(0).cleared(flags.get(0), 60), accounts.get(1).cleared(flags.get(1), 60));
        eventually(() -> assertThat(standing(accounts.get(0)) + standing(accounts.get(1)))
                .isZero());
        operator().post("/v1/deliveries/retry?channel=slack").then().statusCode(202);

        eventually(() -> assertThat(slack.standing("21 things came up"))
                .singleElement()
                .satisfies(message -> assertThat(message.toString())
                        .contains(accounts.get(2).name())
                        .doesNotContain(accounts.get(0).name(), accounts.get(1).name())));
    }

    @Test
    void two_of_its_alerts_may_be_resolved_at_once() throws Exception {
        atOnce(person, storm());
        eventually(() -> assertThat(slack.standing("23 things came up")).hasSize(1));
        eventually(() -> assertThat(database.number(UNSENT, person)).isZero());
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<?>> resolved;
        try (Database.Held summary = database.held(LOCK_SUMMARY, person)) {
            resolved = accounts.stream()
                    .limit(2)
                    .<Future<?>>map(account -> two.submit(() -> handled(account, "resolve")))
                    .toList();
            eventually(() -> assertThat(database.number(WAITERS)).isEqualTo(2));
        }
        for (Future<?> one : resolved) {
            one.get(30, TimeUnit.SECONDS);
        }
        two.shutdown();

        eventually(() -> assertThat(slack.standing("23 things came up"))
                .singleElement()
                .satisfies(message -> assertThat(message.toString().split("over: an invoice is overdue", -1))
                        .hasSize(3)));
    }

    /** The older one is the weightier. */
    private List<FlagRaised> storm() {
        return IntStream.range(0, FLAGS)
                .mapToObj(i -> accounts.get(i).latePayment("f1", i))
                .toList();
    }

    /** Held back until all are there, so that they are decided together. */
    private void atOnce(String person, List<FlagRaised> flags) {
        String silence = manager()
                .contentType("application/json")
                .body("{\"person\": \"%s\", \"until\": \"%s\", \"reason\": \"storm\"}"
                        .formatted(person, Instant.now().plus(Duration.ofHours(1))))
                .post("/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestTopic.send(flags.toArray(Event[]::new));
        flags.forEach(flag -> eventually(() -> assertThat(database.number(
                        "select count(*) from alert where held = 'silenced' and account_id = ?", flag.accountId()))
                .isEqualTo(1)));
        manager().delete("/v1/silences/" + silence).then().statusCode(204);
    }

    private long standing(AnAccount account) {
        return database.number("select count(*) from alert where state = 'open' and account_id = ?", account.id());
    }

    private static void handled(AnAccount account, String how) {
        String alert =
                manager().queryParam("account", account.id()).get("/v1/alerts").path("items[0].id");
        manager().post("/v1/alerts/" + alert + "/" + how).then().statusCode(200);
    }
}
