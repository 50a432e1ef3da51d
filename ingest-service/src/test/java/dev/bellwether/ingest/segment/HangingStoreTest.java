package dev.bellwether.ingest.segment;

import static dev.bellwether.ingest.testing.TestHooks.SECRET;
import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Said;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The database takes statements and does not answer them. */
@QuarkusTest
class HangingStoreTest {

    private static final int CROWD = 300;

    private final Pool pool;
    private final IngestSettings settings;

    HangingStoreTest(Pool pool, IngestSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    @Test
    void who_needs_no_database_goes_on_and_who_does_is_put_off_and_soon_at_once() throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Said said = new Said()) {
            SqlConnection lock = pool.getConnection().await().atMost(Duration.ofSeconds(10));
            try {
                run(lock, "begin");
                run(lock, "set local idle_in_transaction_session_timeout = 0");
                run(lock, "lock table user_account, parked in access exclusive mode");
                List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
                for (int i = 0; i < CROWD; i++) {
                    waiting.add(client.sendAsync(ofUnknown(i), HttpResponse.BodyHandlers.ofString()));
                }
                CompletableFuture<HttpResponse<String>> identified =
                        client.sendAsync(identify(), HttpResponse.BodyHandlers.ofString());
                HttpResponse<String> page = client.send(parked(), HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
                long begin = System.nanoTime();
                assertThat(client.send(webhook(), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .as("a webhook that needs no database")
                        .isLessThan(settings.databaseWithin());

                assertThat(waiting.stream().map(CompletableFuture::join)).allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
                });
                assertThat(identified.join().statusCode())
                        .as("a call that names its account, whatever else it tells")
                        .isEqualTo(200);
            } finally {
                run(lock, "rollback");
                lock.close().await().atMost(Duration.ofSeconds(10));
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> client.send(ofUnknown(CROWD), HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
            assertThat(said.by(Outage.class)).hasSize(1);
            assertThat(said.below("org.hibernate")).isEmpty();
            assertThat(said.below("io.")).isEmpty();
        }
    }

    private static void run(SqlConnection connection, String statement) {
        connection.query(statement).execute().await().atMost(Duration.ofSeconds(10));
    }

    private static HttpRequest ofUnknown(int i) {
        return call("track", "{\"messageId\":\"hang-" + i + "\",\"userId\":\"hang-" + i + "\",\"event\":\"E\"}");
    }

    private static HttpRequest identify() {
        return call("identify", """
                {"userId":"hang","traits":{"email":"hang@acme.example"},"context":{"groupId":"acme"}}""");
    }

    private static HttpRequest call(String type, String body) {
        return HttpRequest.newBuilder(Address.of("/v1/" + type))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((WEB_KEY + ":").getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest parked() {
        return HttpRequest.newBuilder(Address.of("/v1/parked"))
                .header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", "ops"))
                .build();
    }

    private static HttpRequest webhook() {
        return HttpRequest.newBuilder(Address.of("/webhooks/press"))
                .header("Authorization", "Bearer " + SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"m-hang\",\"account_id\":\"acme\",\"sentiment\":-1,\"date\":\"2026-03-01\"}"))
                .build();
    }
}
