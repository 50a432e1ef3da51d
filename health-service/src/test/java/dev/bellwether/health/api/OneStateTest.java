package dev.bellwether.health.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account whose overdue invoice, flag and band come and go together, in a partition that Kafka does not have. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class OneStateTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ANSWERS = 40;

    @Inject
    Pool pool;

    private final String id = "torn-" + UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @BeforeEach
    void an_account() {
        pool.query("""
                insert into account (account_id, partition, name, first_day, as_of, band, coverage, wau, document, updated_at)
                values ('ID', 4714, 'ID', current_date - 9, current_date, 'green', 1, 0,
                    '{"id": "ID", "profile": {}, "health": {"band": "green"}, "figures": {}}', now())
                """.replace("ID", id)).execute().await().atMost(SOON);
    }

    @Test
    void every_answer_is_of_one_state_whatever_is_committed_meanwhile() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                commit(true, "1 hour");
                commit(false, "1 hour");
            }
        });
        try {
            for (int i = 0; i < ANSWERS; i++) {
                JsonPath now = get("/" + id);
                assertThat(now.getString("health.band").equals("red")).isEqualTo(has(now, "flags"));
                JsonPath list = get("?q=" + id);
                assertThat(list.getString("items[0].band").equals("red")).isEqualTo(has(list, "items[0].flags"));
                JsonPath asOf = get("/" + id + "?asOf=" + today);
                assertThat(asOf.get("figures.daysPastDue") != null).isEqualTo(has(asOf, "flags"));
                JsonPath why = get("/" + id + "/why");
                assertThat(why.get("parts.find { it.name == 'payments' }.figureAfter") != null)
                        .isEqualTo(has(why, "parts.find { it.name == 'payments' }.facts"));
            }
        } finally {
            over.set(true);
            writing.join();
        }
    }

    @Test
    void a_flag_raised_by_an_instance_whose_clock_is_ahead_is_shown_at_once() {
        commit(true, "-1 minute");

        assertThat(get("/" + id).getList("flags.kind")).containsExactly("RED");
    }

    private void commit(boolean overdue, String raisedAgo) {
        List<String> statements = overdue
                ? List.of(
                        "insert into fact values ('ID', 'f-1', 'bellwether.invoice', now() - interval '2 hours', '{"
                                + "\"invoiceId\": \"in-1\", \"amount\": 1, \"currency\": \"EUR\", \"dueOn\": \"DUE\","
                                + " \"status\": \"open\"}')",
                        "insert into flag values ('ID:RED', 'ID', 'RED', 'high', current_date, now() - interval '"
                                + raisedAgo + "', 'Red.', '{\"figures\": {}, \"facts\": []}')",
                        "insert into flag_change (flag_id, at, severity, sentence, evidence)"
                                + " select flag_id, raised_at, severity, sentence, evidence from flag where account_id = 'ID'",
                        "update account set band = 'red', document = jsonb_set(document, '{health,band}', '\"red\"')"
                                + " where account_id = 'ID'")
                : List.of(
                        "delete from fact where account_id = 'ID'",
                        "delete from flag_change where flag_id = 'ID:RED'",
                        "delete from flag where account_id = 'ID'",
                        "update account set band = 'green', document = jsonb_set(document, '{health,band}', '\"green\"')"
                                + " where account_id = 'ID'");
        String all = String.join(";", statements)
                .replace("ID", id)
                .replace("DUE", today.minusDays(3).toString());
        pool.withTransaction(transaction -> transaction.query(all).execute())
                .await()
                .atMost(SOON);
    }

    private static boolean has(JsonPath answer, String list) {
        return !answer.getList(list).isEmpty();
    }

    private static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                .get("/v1/accounts" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
