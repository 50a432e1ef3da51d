package dev.bellwether.alert.digest;

import static dev.bellwether.alert.testing.Callers.as;
import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
    private static final String MADE = "select count(*) from digest where person = ?";

    private final MailStandIn mail = Surroundings.mail();

    @Inject
    Digests digests;

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

    private static void atMidnightIn(String zone, String person) {
        manager()
                .contentType("application/json")
                .body("{\"zone\": \"%s\", \"digest\": {\"at\": \"00:00\"}}".formatted(zone))
                .put("/v1/people/" + person)
                .then()
                .statusCode(200);
    }
}
