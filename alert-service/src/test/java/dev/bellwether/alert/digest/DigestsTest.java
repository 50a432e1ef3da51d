package dev.bellwether.alert.digest;

import static dev.bellwether.alert.testing.Callers.as;
import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.bellwether.alert.intake.TakenIn;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DigestsTest {

    private static final String SENT = """
            select count(*) from delivery
            where status = 'sent' and cast(content as jsonb) ->> 'type' = 'digest'
              and cast(recipient as jsonb) ->> 'email' = ?
            """;
    private static final String MADE_YESTERDAY = """
            insert into digest (person, period, day, until, at)
            values (?, 'daily', current_date - 1, now() - interval '1 day', now() - interval '1 day')
            """;
    /** Nothing that changed then can have been changed by a transaction that has not committed yet. */
    private static final String SETTLED =
            "update alert set changed_at = changed_at - interval '3 minutes' where account_id = ?";

    private static final String MADE = "select count(*) from digest where person = ?";

    private final MailStandIn mail = Surroundings.mail();

    @Inject
    Digests digests;

    @Inject
    TakenIn takenIn;

    @Inject
    Transactions transactions;

    @Inject
    Database database;

    @Test
    void a_digest_whose_hour_has_come_is_sent_once_and_the_next_does_not_repeat_it() {
        String person = "dee-" + UUID.randomUUID() + "@example.com";
        AnAccount happy = AnAccount.named("Digest " + UUID.randomUUID()).ownedBy(person);
        boolean forenoon = Instant.now().atZone(ZoneOffset.UTC).getHour() < 12;
        atMidnightIn(forenoon ? "Etc/GMT-12" : "UTC", person); // too late for today's
        TestTopic.send(happy.latePayment("f1", 0), happy.raised("f2", 0, FlagKind.ADVOCATE, Severity.INFO));
        eventually(() -> assertThat(mail.mails(happy.name())).hasSize(1));
        assertThat(database.number(MADE, person)).isZero();
        database.run(MADE_YESTERDAY, person);
        database.run(SETTLED, happy.id());
        atMidnightIn(forenoon ? "UTC" : "Etc/GMT+12", person);

        digests.look().await().atMost(Duration.ofSeconds(30));
        digests.look().await().atMost(Duration.ofSeconds(30));

        eventually(() -> assertThat(database.number(SENT, person)).isEqualTo(2));
        assertThat(database.number(MADE, person)).isEqualTo(2);
        database.run("update digest set period = 'weekly' where person = ?", person);
        // neither what changed before nor what is held back still is told again, until a week's digest reminds of it
        as(person, "csm").get("/v1/digest").then().statusCode(200).body("entries", hasSize(0));
        database.run("update alert set changed_at = now() where kind = 'ADVOCATE' and account_id = ?", happy.id());
        as(person, "csm")
                .get("/v1/digest")
                .then()
                .body("entries", hasSize(1))
                .body("entries[0].heldBack", equalTo("its route leads to the digest"));
    }

    @Test
    void what_a_transaction_may_still_change_is_left_to_the_next() {
        String person = "eve-" + UUID.randomUUID() + "@example.com";
        boolean forenoon = Instant.now().atZone(ZoneOffset.UTC).getHour() < 12;
        database.run(MADE_YESTERDAY, person);
        atMidnightIn(forenoon ? "UTC" : "Etc/GMT+12", person);

        digests.look().await().atMost(Duration.ofSeconds(30));

        String early = "select count(*) from digest where person = ? and until < now() - interval '115 seconds'";
        assertThat(database.number(early, person)).isEqualTo(2);
    }

    @Test
    void they_are_for_whoever_owns_accounts_was_given_an_alert_or_is_told_of_one_by_them_alone() {
        String dan = "dan-" + UUID.randomUUID() + "@example.com";
        String max = "max-" + UUID.randomUUID() + "@example.com";
        AnAccount acme = AnAccount.named("Digest readers").ownedBy("Ann-" + dan);
        AnAccount odd = AnAccount.named("Digest odd " + UUID.randomUUID()).ownedBy("Ann Smith");
        AnAccount told = AnAccount.named("Digest told").ownedBy("Ann-" + max);
        takenIn.all(List.of(
                acme.latePayment("f1", 0),
                odd.raised("f1", 0, FlagKind.RED, Severity.CRITICAL),
                told.latePayment("f1", 0)));
        database.run("update alert set assignee = ? where account_id = ?", dan, acme.id());
        database.run("update alert set held = 'budget', told_to = ? where account_id = ?", max, told.id());

        Set<String> readers = transactions
                .in(session -> Digests.readers(
                        session, new People(Map.of(), ZoneOffset.UTC, "queue@example.com", Set.of()), Instant.now()))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(readers)
                .contains("ann-" + dan, dan, max, "queue@example.com")
                .allMatch(Person::isAddress);
        manager()
                .queryParam("owner", "cs-team@example.com")
                .get("/v1/digest")
                .then()
                .statusCode(200)
                .body(containsString(odd.name()));
    }

    private static void atMidnightIn(String zone, String person) {
        manager()
                .contentType("application/json")
                .body("{\"zone\": \"%s\", \"digest\": {\"at\": \"00:00\"}}".formatted(zone))
                .put("/v1/people/" + person)
                .then()
                .statusCode(200);
    }
}
