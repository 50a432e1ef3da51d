package dev.bellwether.renewal.ledger;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.Tokens;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
import dev.bellwether.renewal.account.Transactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class RetentionApiTest {

    private static final String PERIOD = "from=2026-01-01&to=2026-02-28";

    private static final String ACCOUNT = """
            insert into account (account_id, owner, owner_at, owner_event, look_at)
            values (:account, :owner, timestamptz '2025-12-01', 'e', timestamptz '2025-12-01')
            """;
    private static final String FACT = """
            insert into contract_fact (account_id, event_id, contract_id, occurred_at, heard_at, data)
            select said.account, said.event, 'c-1', said.at, said.at, said.data
              from (select cast(:account as text) as account, cast(:event as text) as event,
                           cast(:at as timestamptz) as at, cast(:data as text) as data) as said
            """;
    private static final String DATA = """
            {"contractId": "c-1", "kind": "subscription", "startsOn": "2025-12-01", "endsOn": "2026-11-30",\
             "noticeDays": 0, "autoRenew": true, "currency": "EUR", "status": "active",\
             "lines": [{"product": "Suite", "annualAmount": %d}]}""";

    @Inject
    SetClock clock;

    @Inject
    Transactions transactions;

    private final String owner = "ann-" + UUID.randomUUID() + "@bellwether.test";
    private final Say grew = Say.ofSomeAccount();
    private final Say shrank = Say.ofSomeAccount();
    private final Say left = Say.ofSomeAccount();

    @BeforeEach
    void three_customers_of_whom_one_grew_one_shrank_and_one_left() {
        clock.set(LocalDate.of(2026, 3, 2));
        for (Say say : new Say[] {grew, shrank, left}) {
            String written = say == grew ? owner.toUpperCase(Locale.ROOT) : owner;
            send(say.profile("Acme", written), say.subscription("2025-12-01", "2026-11-30", 0, true));
        }
        send(left.endsOn("2026-01-31"), left.cancelled("2025-12-15"));
        send(grew.on("2026-01-20").worth(1_800_000), shrank.on("2026-02-10").worth(720_000));
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            JsonPath part = ask(PERIOD).extract().jsonPath();
            return "53.33".equals(part.getString("parts[0].cohort.grr"));
        });
    }

    @Test
    void the_worked_example_is_told_to_the_cent() {
        ask(PERIOD)
                .body("opening", equalTo("2025-12-31"))
                .body("closing", equalTo("2026-02-28"))
                .body("knownAt", nullValue())
                .body("parts", hasSize(1))
                .body("parts[0].currency", equalTo("EUR"))
                .body("parts[0].cohort.grr", equalTo(53.33f))
                .body("parts[0].cohort.nrr", equalTo(70.00f))
                .body("parts[0].cohort.logoRetention", equalTo(66.67f))
                .body("parts[0].opening.accounts", equalTo(3))
                .body("parts[0].opening.arr", equalTo(3_600_000))
                .body("parts[0].opening.mrr", equalTo(300_000))
                .body("parts[0].closing.mrr", equalTo(210_000))
                .body("parts[0].movements.expansion.mrr", equalTo(50_000))
                .body("parts[0].movements.contraction.mrr", equalTo(-40_000))
                .body("parts[0].movements.churn.mrr", equalTo(-100_000))
                .body("parts[0].movements.churn.accounts", equalTo(1))
                .body("parts[0].movements.new.accounts", equalTo(0))
                .body("parts[0].due.opening.accounts", equalTo(1))
                .body("parts[0].due.grr", equalTo(0.00f));
    }

    @Test
    void the_past_is_told_as_it_was_known_then_and_as_it_is_known_now() {
        // Given it is heard on the fifth of March that the smaller contract had not been agreed
        clock.set(LocalDate.of(2026, 3, 5));
        send(shrank.on("2026-02-11").worth(1_200_000));
        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> "66.67".equals(ask(PERIOD).extract().jsonPath().getString("parts[0].cohort.grr")));
        ask(PERIOD + "&knownAt=2026-03-04").body("parts[0].cohort.grr", equalTo(53.33f));
        ask(PERIOD + "&knownAt=2026-03-02T09:00:00Z").body("parts[0].cohort.grr", equalTo(53.33f));
        ask(PERIOD + "&knownAt=2026-03-05").body("parts[0].cohort.grr", equalTo(66.67f));
        ask(PERIOD + "&knownAt=2026-03-01").body("parts", hasSize(0));
        // and the day of the smaller contract stays as it was
        ask("from=2026-01-01&to=2026-02-10").body("parts[0].cohort.grr", equalTo(53.33f));
    }

    @Test
    void the_ledger_of_what_was_heard_before_it_was_kept_is_booked_from_when_it_was_heard() {
        // Given two versions that an earlier release heard, and no ledger
        String account = Say.ofSomeAccount().account();
        transactions.run(session -> session.createNativeQuery(ACCOUNT)
                .setParameter("account", account)
                .setParameter("owner", account)
                .executeUpdate()
                .chain(() -> fact(session, account, "2025-12-01", 1_200_000))
                .chain(() -> fact(session, account, "2026-01-15", 600_000)));
        // When it is looked at
        String of = "/v1/retention?from=2026-01-10&to=2026-02-01";
        await().atMost(Duration.ofMinutes(1))
                .until(() -> as(account, "csm")
                                .get(of)
                                .then()
                                .extract()
                                .jsonPath()
                                .getList("parts")
                                .size()
                        == 1);
        // Then
        as(account, "csm").get(of).then().body("parts[0].closing.arr", equalTo(600_000));
        as(account, "csm").get(of + "&knownAt=2026-01-14").then().body("parts[0].closing.arr", equalTo(1_200_000));
        as(account, "csm").get(of + "&knownAt=2025-11-30").then().body("parts", hasSize(0));
    }

    @Test
    void contracts_that_were_over_when_they_were_imported_are_in_the_ledger() {
        // Given what ingest makes of a file: the dates on the first day, the stop on its own
        Say cancelled = Say.ofSomeAccount();
        Say ended = Say.ofSomeAccount();
        String bob = "bob-" + owner;
        for (Say say : new Say[] {cancelled, ended}) {
            send(say.profile("Acme", bob), say.score("80", Band.GREEN));
            send(say.on("2024-01-01").dates("2024-01-01", "2025-12-31"));
        }
        send(cancelled.on("2025-06-01").cancelled("2025-06-01"));
        send(ended.on("2026-01-01").status(ended.contractId(), ContractStatus.ENDED));
        String year = "/v1/retention?from=2025-01-01&to=2026-01-31";
        // Then both were customers when the year began, and are lost when it is over
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Integer.valueOf(2)
                        .equals(as(bob, "csm").get(year).jsonPath().get("parts[0].movements.churn.accounts")));
        as(bob, "csm")
                .get(year)
                .then()
                .body("parts[0].opening.accounts", equalTo(2))
                .body("parts[0].opening.arr", equalTo(2_400_000))
                .body("parts[0].closing.accounts", equalTo(0))
                .body("parts[0].cohort.grr", equalTo(0.00f))
                .body("parts[0].movements.new.accounts", equalTo(0));
        as(bob, "csm")
                .get("/v1/retention?from=2025-06-01&to=2025-06-30")
                .then()
                .body("parts[0].cohort.grr", equalTo(100.00f))
                .body("parts[0].movements.new.accounts", equalTo(0));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> List.of("2025-12-31", "2025-12-31")
                        .equals(as(bob, "csm").get("/v1/churned").jsonPath().getList("items.churnedOn")));
    }

    private static Uni<Integer> fact(Mutiny.Session session, String account, String day, long amount) {
        return session.createNativeQuery(FACT)
                .setParameter("account", account)
                .setParameter("event", account + day)
                .setParameter("at", LocalDate.parse(day).atTime(8, 0).toInstant(ZoneOffset.UTC))
                .setParameter("data", DATA.formatted(amount))
                .executeUpdate();
    }

    @Test
    void every_figure_is_the_sum_of_lines() {
        String cursor = "";
        long opening = 0;
        long closing = 0;
        int lines = 0;
        do {
            JsonPath page = as(owner, "csm")
                    .get("/v1/retention/lines?" + PERIOD + "&by=owner&limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            opening += page.getList("items.opening.arr", Long.class).stream()
                    .mapToLong(Long::longValue)
                    .sum();
            closing += page.getList("items.closing.arr", Long.class).stream()
                    .mapToLong(Long::longValue)
                    .sum();
            lines += page.getList("items").size();
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(new long[] {lines, opening, closing}).containsExactly(3, 3_600_000, 2_520_000);
    }

    @Test
    void is_told_by_owner_and_to_a_csm_of_the_own_accounts_only() {
        as("max@bellwether.test", "manager")
                .get("/v1/retention?" + PERIOD + "&by=owner&group=" + owner)
                .then()
                .statusCode(200)
                .body("parts.group", contains(owner))
                .body("parts[0].cohort.nrr", equalTo(70.00f));
        as("bob-" + owner, "csm")
                .get("/v1/retention?" + PERIOD)
                .then()
                .statusCode(200)
                .body("parts", hasSize(0));
        as("olga@bellwether.test", "ops").get("/v1/retention?" + PERIOD).then().statusCode(403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "to=2026-02-28, from",
        "from=2026-01-01, to",
        "from=2026-02-30&to=2026-03-01, from",
        "from=2026-02-01&to=2026-01-31, to",
        "from=0026-02-01&to=2026-01-31, from",
        "from=2026-01-01&to=2026-01-31&by=colour, by",
        "from=2026-01-01&to=2026-01-31&group=ann@bellwether.test, group",
        "from=2026-01-01&to=2026-01-31&knownAt=yesterday, knownAt",
        "from=2026-01-01&to=2026-01-31&currency=euro, currency"
    })
    void a_wrong_parameter_is_named(String query, String name) {
        as("max@bellwether.test", "manager")
                .get("/v1/retention?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/" + name));
    }

    private ValidatableResponse ask(String query) {
        return as(owner, "csm").get("/v1/retention?" + query).then().statusCode(200);
    }

    private static RequestSpecification as(String email, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(email, roles));
    }
}
