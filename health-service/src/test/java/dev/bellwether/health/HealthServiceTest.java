package dev.bellwether.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.contracts.Topic;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class HealthServiceTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String OWNER = "carla@example.com";

    private final String account = "acc-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    @Test
    void usage_becomes_weekly_active_users_however_often_it_is_repeated() {
        Event ann = usage("ann", now);
        TestTopic.send(
                profile(10),
                ann,
                usage("ben", now.minus(Duration.ofDays(6))),
                usage("cid", now.minus(Duration.ofDays(7))));
        // the last one tells that the repeats before it were read
        TestTopic.send(ann, ann, usage("dora", now));

        await().atMost(SOON)
                .untilAsserted(() -> one().body("profile.name", equalTo("Acme"))
                        .body("figures.wau", equalTo(3))
                        .body("figures.mau", equalTo(4))
                        .body("figures.volume7", equalTo(3))
                        .body("figures.daysInactive", equalTo(0))
                        .body("figures.daysPastDue", nullValue())
                        .body("figures.seatUtilisation", equalTo(0.4f)));
    }

    @Test
    void a_repeat_that_tells_of_another_time_changes_nothing() {
        Occurrence first = occurred(now.minus(Duration.ofDays(10)));
        Occurrence again = new Occurrence(first.id(), account, now);
        TestTopic.send(new UsageRecorded(first, "ann", "export", BigDecimal.ONE));

        TestTopic.send(new UsageRecorded(again, "ann", "export", BigDecimal.ONE), usage("ben", now));

        await().atMost(SOON)
                .untilAsserted(() -> one().body("figures.mau", equalTo(2))
                        .body("figures.wau", equalTo(1))
                        .body("figures.volume7", equalTo(1)));
    }

    @Test
    void what_a_publishers_transaction_took_back_never_happened() {
        TestTopic.send(profile(10));
        TestTopic.sendInTransaction(false, Records.write(Codec.write(usage("ann", now), "/test")));
        TestTopic.sendInTransaction(true, Records.write(Codec.write(usage("ben", now), "/test")));
        TestTopic.send(usage("cid", now));

        await().atMost(SOON).untilAsserted(() -> one().body("figures.volume7", equalTo(2)));
        one().body("figures.wau", equalTo(2));
    }

    @Test
    void the_parts_add_up_to_what_is_missing_to_a_hundred() {
        TestTopic.send(profile(10), usage("ann", now), invoice("in-1", InvoiceStatus.OPEN, today.minusDays(20), now));

        await().atMost(SOON).untilAsserted(() -> one().body("figures.daysPastDue", equalTo(20)));
        var health = one().extract().jsonPath();
        double lost = health.getList("health.signals.lost", Double.class).stream()
                        .filter(part -> part != null)
                        .mapToDouble(Double::doubleValue)
                        .sum()
                + health.getList("health.caps.lost", Double.class).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        assertThat(100 - health.getDouble("health.score")).isCloseTo(lost, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void an_overdue_invoice_raises_one_flag_which_paying_clears() {
        Event open = invoice("in-1", InvoiceStatus.OPEN, today.minusDays(5), now);
        TestTopic.send(profile(10), open);

        await().atMost(SOON).untilAsserted(() -> one().body("flags.kind", contains("LATE_PAYMENT")));
        TestTopic.send(open, open, open);
        TestTopic.send(invoice("in-1", InvoiceStatus.PAID, today.minusDays(5), now.plusSeconds(1)));
        await().atMost(SOON).untilAsserted(() -> one().body("flags.size()", equalTo(0)));

        List<HealthEvent> late = announced().stream()
                .filter(event -> event instanceof FlagRaised || event instanceof FlagCleared)
                .toList();
        assertThat(late).hasSize(2);
        assertThat(late.getFirst()).isInstanceOfSatisfying(FlagRaised.class, raised -> {
            assertThat(raised.flag().kind()).isEqualTo(FlagKind.LATE_PAYMENT);
            assertThat(raised.account().owner()).isEqualTo(OWNER);
            assertThat(raised.flag().evidence().figures()).containsEntry("daysPastDue", new BigDecimal("5"));
        });
        assertThat(late.getLast()).isInstanceOf(FlagCleared.class);
    }

    @Test
    void a_new_owner_is_announced_although_the_score_stands_still() {
        TestTopic.send(profile(10));
        announcedTo(OWNER);

        TestTopic.send(owned("ben@example.com", now.plusSeconds(1)));

        ScoreChanged told = announcedTo("ben@example.com");
        assertThat(told.account().score()).isEqualTo(told.previousScore());
    }

    @Test
    void as_of_a_past_day_nothing_later_is_known() {
        LocalDate past = today.minusDays(30);
        TestTopic.send(
                profile(10),
                usage("ann", past.atTime(12, 0).toInstant(ZoneOffset.UTC)),
                usage("ben", now),
                invoice(
                        "in-1",
                        InvoiceStatus.OPEN,
                        past.minusDays(3),
                        past.minusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC)),
                invoice("in-1", InvoiceStatus.PAID, past.minusDays(3), now));

        await().atMost(SOON)
                .untilAsserted(() -> one().body("figures.wau", equalTo(1)).body("figures.daysPastDue", equalTo(0)));
        get("/v1/accounts/" + account + "?asOf=" + past, manager())
                .statusCode(200)
                .body("health.asOf", equalTo(past.toString()))
                .body("figures.wau", equalTo(1))
                .body("figures.daysPastDue", equalTo(3))
                .body("profile.name", nullValue());
    }

    @Test
    void poison_goes_to_the_dead_letters_with_its_reason_and_the_rest_goes_on() {
        TestTopic.send(List.of(
                new ProducerRecord<>("usage-events", account, "not an event".getBytes(StandardCharsets.UTF_8))));
        TestTopic.send(usage("ann", now.plus(Duration.ofHours(1))), usage("ben", now));

        await().atMost(SOON).untilAsserted(() -> one().body("figures.wau", equalTo(1)));
        List<String> reasons = new ArrayList<>();
        TestTopic.records(
                Topic.DEAD_LETTERS,
                letter -> {
                    if (account.equals(letter.key())) {
                        reasons.add(new String(
                                letter.headers().lastHeader("bellwether-reason").value(), StandardCharsets.UTF_8));
                    }
                    return reasons.size() == 2;
                },
                SOON);
        assertThat(reasons).anySatisfy(reason -> assertThat(reason).contains("/specversion is required"));
        assertThat(reasons).anySatisfy(reason -> assertThat(reason).contains("in the future"));
    }

    @Test
    void the_portfolio_is_paged_sorted_and_filtered() {
        TestTopic.send(profile(10), usage("ann", now));
        await().atMost(SOON).untilAsserted(() -> one().body("figures.wau", equalTo(1)));

        get("/v1/accounts?sort=-name&limit=200&q=" + account, manager()).body("items.id", contains(account));
        get("/v1/accounts?flag=ADVOCATE&q=" + account, manager()).body("items.size()", equalTo(0));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            var page = get("/v1/accounts?limit=1&cursor=" + cursor, manager())
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(paged).contains(account).doesNotHaveDuplicates();
        get("/v1/accounts?sort=luck", manager()).statusCode(400).body("errors.pointer", hasItem("/sort"));
        get("/v1/accounts?limit=ten", manager()).statusCode(400).body("errors.pointer", hasItem("/limit"));
        get("/v1/flags?limit=201", manager()).statusCode(400).body("errors.pointer", hasItem("/limit"));
        get("/v1/flags?kind=late", manager()).statusCode(400).body("errors.pointer", hasItem("/kind"));
        get("/v1/accounts?band=blue", manager()).statusCode(400).body("errors.pointer", hasItem("/band"));
        get("/v1/accounts?flag=NONE", manager()).statusCode(400).body("errors.pointer", hasItem("/flag"));
        get("/v1/accounts?q=%00", manager()).statusCode(400).body("errors.pointer", hasItem("/q"));
        get("/v1/accounts/%00", manager()).statusCode(400).body("errors.pointer", hasItem("/id"));
        get("/v1/flags?owner=%00", manager()).statusCode(400).body("errors.pointer", hasItem("/owner"));
        get("/v1/flags?kind=&owner=", manager()).statusCode(200);
        get("/v1/flags?cursor=eAph", manager()).statusCode(400).body("errors.pointer", hasItem("/cursor"));
    }

    @Test
    void a_customer_success_manager_sees_own_accounts_only_and_strangers_none() {
        TestTopic.send(profile(10));
        await().atMost(SOON).untilAsserted(() -> one().body("profile.owner", equalTo(OWNER)));

        get("/v1/accounts/" + account, Tokens.bearer(OWNER, "csm")).statusCode(200);
        get("/v1/accounts/" + account, Tokens.bearer("carl@example.com", "csm")).statusCode(404);
        get("/v1/accounts?q=" + account, Tokens.bearer("carl@example.com", "csm"))
                .body("items.size()", equalTo(0));
        given().get("/v1/accounts").then().statusCode(401);
        get("/v1/accounts", Tokens.bearer("eve@example.com", "guest")).statusCode(403);
    }

    private ValidatableResponse one() {
        return get("/v1/accounts/" + account, manager()).statusCode(200);
    }

    private static ValidatableResponse get(String path, String token) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .get(path)
                .then();
    }

    private static String manager() {
        return Tokens.bearer("max@example.com", "manager");
    }

    private List<HealthEvent> announced() {
        return TestTopic.received(
                        Topic.HEALTH_EVENTS,
                        event -> event instanceof FlagCleared
                                && event.accountId().equals(account),
                        SOON)
                .stream()
                .filter(event -> event.accountId().equals(account))
                .map(HealthEvent.class::cast)
                .toList();
    }

    private ScoreChanged announcedTo(String owner) {
        return TestTopic.received(
                        Topic.HEALTH_EVENTS,
                        event -> event instanceof ScoreChanged told
                                && told.accountId().equals(account)
                                && owner.equals(told.account().owner()),
                        SOON)
                .stream()
                .filter(event -> event.accountId().equals(account))
                .map(ScoreChanged.class::cast)
                .filter(told -> owner.equals(told.account().owner()))
                .findFirst()
                .orElseThrow();
    }

    private Event profile(int seats) {
        return new AccountDescribed(
                occurred(now), "Acme", OWNER, "smb", "live", seats, "EUR", null, null, Map.of(), null, null, null);
    }

    private Event owned(String owner, Instant at) {
        return new AccountDescribed(
                occurred(at), null, owner, null, null, null, null, null, null, Map.of(), null, null, null);
    }

    private Event usage(String user, Instant at) {
        return new UsageRecorded(occurred(at), user, "export", BigDecimal.ONE);
    }

    private Event invoice(String id, InvoiceStatus status, LocalDate dueOn, Instant at) {
        return new InvoiceChanged(occurred(at), id, 10_000L, "EUR", null, dueOn, status, null);
    }

    private Occurrence occurred(Instant at) {
        return new Occurrence(UUID.randomUUID().toString(), account, at);
    }
}
