package dev.bellwether.alert;

import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DatabaseAwayTest {

    private final Database database;
    private final SlackStandIn slack = Surroundings.slack();

    @Inject
    DatabaseAwayTest(Database database) {
        this.database = database;
    }

    @Test
    void what_arrives_while_the_database_refuses_is_told_once_it_is_back() {
        AnAccount acme = AnAccount.named("Acme waits");
        database.run("alter table inbox rename to inbox_away");
        TestTopic.send(acme.latePayment("f1", 0));
        eventually(() -> assertThat(given().get("/q/metrics").asString())
                .containsPattern("bellwether_alert_intake_failures_total [1-9]"));

        database.run("alter table inbox_away rename to inbox");

        eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
    }

    @Test
    void an_event_that_the_database_will_never_take_goes_to_the_dead_letters_and_takes_no_other_with_it() {
        AnAccount acme = AnAccount.named("Acme good");
        AnAccount poison = AnAccount.named("Acme never");
        database.run("alter table account add constraint not_this_one check (name <> 'Acme never')");
        try {
            TestTopic.send(poison.latePayment("f1", 0), acme.latePayment("f2", 0));

            eventually(() -> assertThat(slack.messages(acme.id())).hasSize(1));
            eventually(() -> assertThat(given().get("/q/metrics").asString())
                    .containsPattern("bellwether_alert_refused_total\\{topic=\"health-events\"} [1-9]"));
        } finally {
            database.run("alter table account drop constraint not_this_one");
        }
        assertThat(slack.messages(poison.id())).isEmpty();
    }
}
