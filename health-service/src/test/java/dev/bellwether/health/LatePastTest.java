package dev.bellwether.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What bands and flags remember of days that late facts correct, after the account had settled. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class LatePastTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    private final String run = UUID.randomUUID().toString();
    private final String fell = "fell-" + run;
    private final String edge = "edge-" + run;
    private final String same = "same-" + run;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    @Test
    void a_band_and_a_drop_are_as_if_all_had_come_at_once() {
        TestTopic.send(
                pulse(fell, 40),
                ticket(fell, "t1", 7),
                pulse(edge, 80),
                invoice(edge, 70),
                usage(edge, now.minus(Duration.ofMinutes(5))));
        await().atMost(SOON).untilAsserted(() -> one(fell).body("flags.kind", hasItem("SCORE_DROP")));
        await().atMost(SOON).untilAsserted(() -> one(edge).body("health.band", equalTo("yellow")));

        TestTopic.send(ticket(fell, "t2", 20), usage(edge, daysAgo(40)));

        await().atMost(SOON)
                .untilAsserted(() ->
                        one(fell).body("health.score", equalTo(60f)).body("flags.kind", not(hasItem("SCORE_DROP"))));
        // at the edge from the day on which the cap came: it never rose above the two points of hysteresis
        await().atMost(SOON)
                .untilAsserted(
                        () -> one(edge).body("health.band", equalTo("red")).body("flags.kind", hasItem("RED")));
        asOfToday(edge).body("health.band", equalTo("red"));
    }

    @Test
    void a_repeat_and_a_late_fact_that_change_nothing_change_no_band() {
        Event invoice = invoice(same, 59);
        TestTopic.send(invoice, pulse(same, 1));
        await().atMost(SOON).until(() -> isSettledWith(invoice));
        one(same).body("health.band", equalTo("yellow"));
        TestTopic.send(opinion(same, 1));
        await().atMost(SOON)
                .untilAsserted(
                        () -> one(same).body("health.score", equalTo(37.83f)).body("health.band", equalTo("red")));
        // two points above the threshold it would be yellow again, and so it is at the end of a day after a yellow one
        TestTopic.send(opinion(same, 2));
        await().atMost(SOON).untilAsserted(() -> one(same).body("health.score", equalTo(40.96f)));

        // what comes after the repeat in its topic tells that it was read
        Event after = new PaymentFailed(occurred(same, Instant.now()), "another invoice", null);
        TestTopic.send(invoice, after);
        TestTopic.send(opinion(same, 2));

        await().atMost(SOON).until(() -> pulses(same) == 4 && isSettledWith(after));
        one(same).body("health.band", equalTo("red")).body("flags.kind", hasItem("RED"));

        Event user = user(same);
        TestTopic.send(user);

        await().atMost(SOON).until(() -> isSettledWith(user));
        one(same).body("health.band", equalTo("red")).body("flags.kind", hasItem("RED"));
    }

    private Event opinion(String account, int opinion) {
        return new PulseTaken(occurred(account, Instant.now()), opinion, "carla@example.com", null);
    }

    private Event user(String account) {
        return new UserDescribed(occurred(account, daysAgo(20)), "ann", null, "Ann", null, null, null, null);
    }

    private boolean isSettledWith(Event fact) {
        return 1 == count("""
                select count(*) from account a join fact f using (account_id)
                where account_id = $1 and event_id = $2 and a.unsettled_since is null
                """, Tuple.of(fact.accountId(), fact.id()));
    }

    private long pulses(String account) {
        return count(
                "select count(*) from fact where account_id = $1 and type = 'bellwether.pulse'", Tuple.of(account));
    }

    private long count(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private Event pulse(String account, int daysAgo) {
        return new PulseTaken(occurred(account, daysAgo(daysAgo)), 5, "carla@example.com", null);
    }

    private Event ticket(String account, String id, int daysAgo) {
        Instant opened = daysAgo(daysAgo);
        return new TicketChanged(occurred(account, opened), id, opened, TicketStatus.OPEN, Priority.URGENT, null);
    }

    private Event invoice(String account, int daysLate) {
        return new InvoiceChanged(
                occurred(account, daysAgo(75)),
                "in-1",
                10_000L,
                "EUR",
                null,
                today.minusDays(daysLate),
                InvoiceStatus.OPEN,
                null);
    }

    private Event usage(String account, Instant at) {
        return new UsageRecorded(occurred(account, at), "ann", "export", BigDecimal.ONE);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static Occurrence occurred(String account, Instant at) {
        return new Occurrence(UUID.randomUUID().toString(), account, at);
    }

    private static ValidatableResponse one(String account) {
        return get("/v1/accounts/" + account);
    }

    private ValidatableResponse asOfToday(String account) {
        return get("/v1/accounts/" + account + "?asOf=" + today);
    }

    private static ValidatableResponse get(String path) {
        return given().header("Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                .get(path)
                .then()
                .statusCode(200);
    }
}
