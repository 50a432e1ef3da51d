package dev.bellwether.alert.book;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.alert.intake.TakenIn;
import dev.bellwether.alert.testing.AllChannels;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One alert that cannot be told stops no other. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@WithTestResource(AllChannels.class)
class UntellableTest {

    private static final String SPOIL = """
            update alert set event_data = 'nonsense', look_at = now() - interval '1 hour' where account_id = ?
            """;
    private static final String SPOIL_ONE =
            "update alert set event_data = 'nonsense', look_at = now() - interval '1 hour' where account_id = ? and kind = ?";

    /** Between two attempts: nobody sends it now. */
    private static final String SPOIL_MESSAGE = """
            update delivery set content = 'nonsense', due_at = now() + interval '1 hour'
            where account_id = ? and channel = 'slack' and status = 'due' and leased_until is null
            """;

    private static final String LOOK_SOON = """
            update alert set look_at = now() - interval '1 minute' where account_id = ?
            """;
    private static final String LOOKED_AT =
            "select count(*) from alert where account_id = ? and (look_at is null or look_at > now())";
    private static final String MESSAGES = "select count(*) from delivery where account_id = ?";

    private final AnAccount spoilt = AnAccount.named("Spoilt");
    private final AnAccount other = AnAccount.named("Unspoilt");

    @Inject
    TakenIn takenIn;

    @Inject
    SetBack setBack;

    @Inject
    Database database;

    @Test
    void what_cannot_be_told_is_looked_at_later_and_the_others_at_once() {
        takenIn.all(List.of(spoilt.latePayment("f1", 0), other.latePayment("f1", 0)));
        database.run(SPOIL, spoilt.id());
        database.run(LOOK_SOON, other.id());

        eventually(() -> assertThat(database.number(LOOKED_AT, other.id())).isEqualTo(1));
        eventually(() -> assertThat(database.number(LOOKED_AT, spoilt.id())).isEqualTo(1));
    }

    @Test
    void an_event_of_an_account_that_cannot_be_told_is_taken_in_and_those_after_it_are_told() {
        takenIn.all(List.of(spoilt.latePayment("f1", 0)));
        database.run(SPOIL, spoilt.id());

        TestTopic.send(spoilt.raised("f2", 5, FlagKind.RED, Severity.HIGH));
        TestTopic.send(other.latePayment("f1", 0));

        eventually(() -> assertThat(database.number(MESSAGES, other.id())).isPositive());
        eventually(() -> assertThat(Surroundings.slack().standing(spoilt.id()))
                .anySatisfy(message -> assertThat(message.toString()).contains("health is red")));
    }

    @Test
    void what_waits_for_the_same_moment_as_something_that_cannot_be_told_is_told() {
        FlagRaised red = spoilt.raised("f2", 0, FlagKind.RED, Severity.HIGH);
        takenIn.all(List.of(spoilt.latePayment("f1", 0), red));
        database.run(SPOIL_ONE, spoilt.id(), "LATE_PAYMENT");

        takenIn.all(List.of(spoilt.escalated(red, 5, Severity.CRITICAL)));

        eventually(() -> assertThat(Surroundings.slack().standing(spoilt.id()))
                .anySatisfy(message -> assertThat(message.toString()).contains("now critical")));
        takenIn.all(List.of(spoilt.cleared(red, 9)));
        eventually(() -> assertThat(AllChannels.webhook().bodies(spoilt.id()))
                .anySatisfy(body -> assertThat(body.path("type").asText()).isEqualTo("alert.resolved")));
    }

    @Test
    void what_is_not_read_any_more_is_handled_all_the_same() {
        takenIn.all(List.of(spoilt.latePayment("f1", 0)));
        eventually(() -> assertThat(Surroundings.slack().standing(spoilt.id())).hasSize(1));
        database.run("update alert set event_data = 'nonsense' where account_id = ?", spoilt.id());
        String alert = "/v1/alerts/"
                + database.rows("select id from alert where account_id = ?", spoilt.id())
                        .getFirst()
                        .getFirst();

        for (String how : List.of("acknowledge", "resolve")) {
            manager()
                    .post(alert + "/" + how)
                    .then()
                    .statusCode(200)
                    .body("headline", equalTo("Spoilt: LATE_PAYMENT"))
                    .body("status", equalTo(how + "d"));
            manager()
                    .contentType("application/json")
                    .body("{\"verdict\": \"useful\"}")
                    .post(alert + "/verdict")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_flag_clears_though_the_message_that_waits_is_not_read_any_more() {
        FlagRaised raised = spoilt.latePayment("f1", 0);
        Surroundings.slack().peer().down(true);
        try {
            takenIn.all(List.of(raised));
            eventually(
                    () -> assertThat(database.run(SPOIL_MESSAGE, spoilt.id())).isEqualTo(1));

            takenIn.all(List.of(spoilt.cleared(raised, 5)));
        } finally {
            Surroundings.slack().peer().down(false);
        }
        assertThat(database.rows("select state from alert where account_id = ?", spoilt.id()))
                .containsExactly(List.of("cleared"));
        assertThat(database.number(
                        "select count(*) from delivery where account_id = ? and content = 'nonsense' and status = 'cancelled'",
                        spoilt.id()))
                .isEqualTo(1);
    }

    @Test
    void what_was_gathered_by_a_clock_that_was_set_back_since_is_told_soon() {
        takenIn.all(List.of(other.latePayment("f1", 0)));
        eventually(() -> assertThat(Surroundings.slack().standing(other.id())).hasSize(1));
        database.run(
                "update alert set held = 'gathered', news = 'worse', look_at = now() + interval '2 hours' where account_id = ?",
                other.id());

        setBack.bringForward().await().atMost(Duration.ofSeconds(20));

        eventually(() -> assertThat(
                        database.number("select count(*) from alert where account_id = ? and held is null", other.id()))
                .isEqualTo(1));
    }

    @Test
    void what_is_not_read_any_more_is_listed_all_the_same() {
        takenIn.all(List.of(spoilt.latePayment("f1", 0), other.latePayment("f1", 0)));
        database.run("update alert set event_data = 'nonsense' where account_id = ?", spoilt.id());

        manager()
                .queryParam("account", spoilt.id())
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items[0].headline", equalTo("Spoilt: LATE_PAYMENT"))
                .body("items[0].status", equalTo("open"));
        manager().queryParam("owner", spoilt.owner()).get("/v1/digest").then().statusCode(200);
    }
}
