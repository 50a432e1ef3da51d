package dev.bellwether.ingest.account;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Said;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many need the database, which answers. */
@QuarkusTest
class StoreTest {

    private final Store store;
    private final Pool pool;
    private final IngestSettings settings;
    private final int connections;

    StoreTest(
            Store store,
            Pool pool,
            IngestSettings settings,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections) {
        this.store = store;
        this.pool = pool;
        this.settings = settings;
        this.connections = connections;
    }

    @AfterEach
    void others_find_nothing_parked() {
        pool.query("delete from parked where user_id like 'store-%'")
                .execute()
                .await()
                .atMost(settings.databaseWithin());
    }

    @Test
    void who_waits_for_a_turn_gets_it() {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Said said = new Said()) {
            assertThat(identify(client, "warm", 50)).containsOnly(200);

            assertThat(identify(client, "crowd", 300)).hasSize(300).containsOnly(200);

            assertThat(said.by(Outage.class)).isEmpty();
        }
    }

    @Test
    void but_not_for_longer_than_half_of_the_time() throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Said said = new Said()) {
            // Given
            String aThird = settings.databaseWithin().dividedBy(3).toMillis() + " ms";
            List<CompletableFuture<Boolean>> crowd = Stream.generate(
                            () -> Errand.of(Uni.createFrom().item(() -> sleep(aThird)))
                                    .subscribeAsCompletionStage())
                    .limit(3L * connections)
                    .toList();

            // When
            HttpResponse<String> last = client.send(identify("last"), HttpResponse.BodyHandlers.ofString());

            // Then
            assertThat(last.statusCode()).isEqualTo(503);
            assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(last.body()).contains("https://bellwether.dev/problems/overloaded");
            assertThat(crowd.stream().map(StoreTest::outcome).distinct()).containsExactlyInAnyOrder("done", "crowded");
            assertThat(said.by(Outage.class)).allMatch(text -> text.startsWith("more requests"));
        }
    }

    @Test
    void all_that_a_request_does_there_takes_no_longer_than_one_thing_may() {
        long begin = System.nanoTime();
        try (Said said = new Said()) {
            assertThatThrownBy(() -> Errand.of(Uni.createFrom().item(() -> sleep("2 s") && sleep("4 s")))
                            .await()
                            .indefinitely())
                    .isInstanceOf(StoreUnavailable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(
                            settings.databaseWithin(), settings.databaseWithin().plusSeconds(3));
            await().until(() ->
                    outcome(CompletableFuture.supplyAsync(() -> sleep("0 s"))).equals("done"));
            assertThat(said.below("org.hibernate")).isEmpty();
            assertThat(said.below("io.")).isEmpty();
        }
    }

    private boolean sleep(String time) {
        return store.inTransaction(
                "sleeping",
                session -> session.createNativeQuery("select 1 from pg_sleep_for('" + time + "')", Integer.class)
                        .getSingleResult()
                        .map(one -> true));
    }

    private static String outcome(CompletableFuture<Boolean> work) {
        return work.handle((done, failure) -> {
                    if (failure == null) {
                        return "done";
                    }
                    return Outage.cause(failure) instanceof StoreUnavailable store && store.isCrowded()
                            ? "crowded"
                            : failure.toString();
                })
                .join();
    }

    private static List<Integer> identify(HttpClient client, String prefix, int users) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            answers.add(client.sendAsync(identify(prefix + "-" + i), HttpResponse.BodyHandlers.ofString()));
        }
        return answers.stream().map(answer -> answer.join().statusCode()).toList();
    }

    private static HttpRequest identify(String user) {
        return HttpRequest.newBuilder(Address.of("/v1/identify"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((WEB_KEY + ":").getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"messageId\":\"store-" + user + "\",\"userId\":\"store-" + user + "\"}"))
                .build();
    }
}
