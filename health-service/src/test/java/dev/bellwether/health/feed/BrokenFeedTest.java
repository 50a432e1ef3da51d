package dev.bellwether.health.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.FeedArrivals;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Usage that was heard for weeks falls silent and comes back; the watch looks when the test says so. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
@TestProfile(BrokenFeedTest.House.class)
class BrokenFeedTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SILENT_DAYS = 9;

    /** An account settles late enough for the test to look first. */
    public static final class House implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "bellwether.health.feeds.watch-every", "1h",
                    "bellwether.health.feeds.catch-up", "0s",
                    "bellwether.health.settle-after", "10s");
        }
    }

    // the engine notes a minute once, so each test has arrivals of its own
    private static final AtomicInteger MINUTE = new AtomicInteger();

    @Inject
    FeedArrivals arrivals;

    @Inject
    Judgement judgement;

    @Inject
    KnownOutages outages;

    @Inject
    HealthMetrics metrics;

    @Inject
    HealthSettings settings;

    @Inject
    Pool pool;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final String returns = "returns-" + UUID.randomUUID();
    private final String gone = "gone-" + UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate lastHeard = today.minusDays(SILENT_DAYS);
    private final int minute = MINUTE.incrementAndGet();
    private final String lastArrival =
            lastHeard.atTime(23, minute).toInstant(ZoneOffset.UTC).toString();

    @BeforeEach
    void usage_keeps_the_senders_time_and_was_never_heard() {
        UsageLog.of(brokers).keepsTheSendersTime();
        forget();
    }

    /** What was recorded must not freeze the accounts of other tests. */
    @AfterEach
    void all_is_forgotten() {
        UsageLog.of(brokers).keepsTheBrokersTime();
        forget();
    }

    @Test
    void signals_are_frozen_and_flags_held_back_until_the_feed_returns() {
        givenUsageThatFellSilent();
        FeedWatch watch = watch();

        look(watch);

        feeds().body("items[0].state", equalTo("silent"))
                .body("items[0].outage.from", equalTo(lastArrival))
                .body("items[0].outage.to", nullValue())
                .body("items[0].silentAfterSeconds", equalTo(6 * 3_600))
                .body("items[0].daysHeard", equalTo(14))
                .body("items[1].outage", nullValue());
        given().get("/q/metrics").then().body(containsString("bellwether_health_feed_silent{feed=\"usage\"} 1.0"));
        awaitSettled(returns);
        awaitSettled(gone);
        for (String account : List.of(returns, gone)) {
            account(account)
                    .body("figures.daysInactive", equalTo(SILENT_DAYS))
                    .body("figures.wau", equalTo(0))
                    .body("health.signals.find { it.name == 'recency' }.state", equalTo("frozen"))
                    .body("health.signals.find { it.name == 'recency' }.figure", equalTo(0))
                    .body(
                            "health.signals.find { it.name == 'usage-trend' }.keptFrom",
                            equalTo(lastHeard.minusDays(1).toString()))
                    .body("health.signals.find { it.name == 'support-load' }.state", equalTo("present"))
                    .body("flags", empty());
            asOf(account, today.minusDays(3))
                    .body("health.signals.find { it.name == 'recency' }.state", equalTo("frozen"));
            assertScoreUnchanged(account);
            get("/v1/accounts/" + account + "/history?from=" + lastHeard.minusDays(1) + "&to=" + lastHeard, manager())
                    .body("points.frozen", contains(List.of(), List.of("usage-trend", "recency")));
        }

        UsageLog.of(brokers).lateFacts(returns, lastHeard.plusDays(1), today);
        awaitWau(returns);
        look(watch);

        feeds().body("items[0].outage", nullValue())
                .body("items[0].earlierOutages.from", contains(lastArrival))
                .body(
                        "items[0].earlierOutages[0].filledDays",
                        equalTo(lastHeard
                                .plusDays(1)
                                .datesUntil(today)
                                .map(LocalDate::toString)
                                .toList()));
        await().atMost(SOON).untilAsserted(() -> account(gone).body("flags.kind", hasItems("USAGE_DROP", "INACTIVE")));
        await().atMost(SOON)
                .untilAsserted(() -> account(returns)
                        .body("figures.daysInactive", equalTo(0))
                        .body("health.signals.find { it.name == 'recency' }.state", equalTo("present")));
        asOf(returns, today.minusDays(3))
                .body("figures.wau", equalTo(5))
                .body("health.signals.find { it.name == 'recency' }.state", equalTo("present"));
        asOf(returns, lastHeard).body("health.signals.find { it.name == 'recency' }.state", equalTo("frozen"));
        awaitSettled(returns);
        account(returns).body("flags", empty());
    }

    /** Frozen, it scores (20·100 + 15·100 + 15·100 + 20·⅔) / 70 = 71.62 today, and 72.19 three days ago. */
    @Test
    void the_band_follows_from_the_days_as_they_are_once_the_silence_is_known() {
        TestTopic.send(new InvoiceChanged(
                new Occurrence(UUID.randomUUID().toString(), gone, Instant.parse(lastArrival)),
                "late",
                100L,
                "EUR",
                null,
                today.minusDays(59),
                InvoiceStatus.OPEN,
                null));
        givenUsageThatFellSilent();
        awaitSettled(gone);
        account(gone).body("health.band", equalTo("red"));

        look(watch());

        await().atMost(SOON).untilAsserted(() -> account(gone).body("health.band", equalTo("green")));
        account(gone).body("health.score", equalTo(71.62f));
        asOf(gone, today.minusDays(1)).body("health.band", equalTo("green"));
    }

    @Test
    void a_feed_of_which_records_wait_to_be_read_is_not_silent() {
        givenUsageThatFellSilent();
        FeedWatch watch = watch();
        Map<Integer, Long> consumed = UsageLog.of(brokers).pretendOneIsUnread(pool);

        look(watch);
        look(watch);
        feeds().body("items[0].state", equalTo("speaking")).body("items.outage", everyItem(nullValue()));

        UsageLog.of(brokers).endPretence(pool, consumed);
        look(watch);
        feeds().body("items[0].state", equalTo("silent"));
    }

    @Test
    void feeds_are_shown_to_operations_and_managers_only() {
        get("/v1/feeds", Tokens.bearer("ops@example.com", "ops"))
                .statusCode(200)
                .body("items.feed", contains("usage", "billing", "support", "feedback", "account"))
                .body("items[0].state", equalTo("learning"))
                .body("items[0].lastArrivalAt", nullValue())
                .body("nextCursor", nullValue());
        get("/v1/feeds", Tokens.bearer("carla@example.com", "csm")).statusCode(403);
    }

    /** Weeks of use by five people; of the last three every hour was heard when it came, then nothing more. */
    private void givenUsageThatFellSilent() {
        UsageLog log = UsageLog.of(brokers);
        log.hourly(List.of(returns, gone), lastHeard.minusDays(20), lastHeard, minute);
        for (String account : List.of(returns, gone)) {
            await().atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> account(account).body("figures.daysInactive", equalTo(SILENT_DAYS)));
        }
    }

    /** One that has never looked. */
    private FeedWatch watch() {
        return new FeedWatch(arrivals, judgement, outages, metrics, settings);
    }

    private void look(FeedWatch watch) {
        try (Backlog backlog = new Backlog(brokers)) {
            watch.look(backlog, Instant.now());
        }
    }

    private void assertScoreUnchanged(String account) {
        assertThat(account(account).extract().jsonPath().getDouble("health.score"))
                .isEqualTo(asOf(account, lastHeard.minusDays(1))
                        .extract()
                        .jsonPath()
                        .getDouble("health.score"));
    }

    private void awaitWau(String account) {
        await().atMost(SOON).untilAsserted(() -> account(account).body("figures.wau", equalTo(5)));
    }

    private void awaitSettled(String account) {
        await().atMost(SOON)
                .until(() -> pool.query("select 1 from account where unsettled_since is null and account_id = '"
                                        + account + "'")
                                .execute()
                                .await()
                                .atMost(SOON)
                                .rowCount()
                        == 1);
    }

    private void forget() {
        for (String table : List.of("feed_arrival", "feed_late", "outage")) {
            pool.query("delete from " + table).execute().await().atMost(SOON);
        }
    }

    private static ValidatableResponse asOf(String account, LocalDate day) {
        return get("/v1/accounts/" + account + "?asOf=" + day, manager()).statusCode(200);
    }

    private static ValidatableResponse account(String account) {
        return get("/v1/accounts/" + account, manager()).statusCode(200);
    }

    private static ValidatableResponse feeds() {
        return get("/v1/feeds", manager()).statusCode(200);
    }

    private static ValidatableResponse get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    private static String manager() {
        return Tokens.bearer("max@example.com", "manager");
    }
}
