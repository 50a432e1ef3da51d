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
import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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

    private final String run = UUID.randomUUID().toString();
    private final String fell = "fell-" + run;
    private final String edge = "edge-" + run;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    @Test
    void a_band_and_a_drop_are_as_if_all_had_come_at_once() {
        TestTopic.send(
                pulse(fell, 40),
                ticket(fell, "t1", 7),
                pulse(edge, 80),
                invoice(edge),
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

    private Event pulse(String account, int daysAgo) {
        return new PulseTaken(occurred(account, daysAgo(daysAgo)), 5, "carla@example.com", null);
    }

    private Event ticket(String account, String id, int daysAgo) {
        Instant opened = daysAgo(daysAgo);
        return new TicketChanged(occurred(account, opened), id, opened, TicketStatus.OPEN, Priority.URGENT, null);
    }

    private Event invoice(String account) {
        return new InvoiceChanged(
                occurred(account, daysAgo(75)),
                "in-1",
                10_000L,
                "EUR",
                null,
                today.minusDays(70),
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
