package dev.bellwether.ingest.publish;

import static dev.bellwether.ingest.testing.Packed.gzip;
import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.SlowToLeave;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small bodies that hold much, all at once, while Kafka takes its time. */
@QuarkusTest
@TestProfile(SlowToLeave.class)
class PackedCrowdTest {

    private static final int CROWD = 300;
    private static final int CALLS = 2_400;

    private final IngestMetrics metrics;
    private final IngestSettings settings;

    PackedCrowdTest(IngestMetrics metrics, IngestSettings settings) {
        this.metrics = metrics;
        this.settings = settings;
    }

    @Test
    void what_was_unpacked_counts_and_what_finds_no_room_is_put_off_so_that_the_heap_stays_flat() throws Exception {
        long limit = settings.limits().inFlightBytes();
        byte[] body = packed();
        assertThat(body.length * (long) CROWD).as("packed, all of it would fit").isLessThan(limit);
        await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
        long before = heap();
        long most = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                answers.add(client.sendAsync(request(body), HttpResponse.BodyHandlers.ofString())
                        .thenApply(answer -> answer.statusCode() + answer.body()));
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
            while (!isOver(all)) {
                most = Math.max(most, heap() - before);
            }
            assertThat(answers.stream().map(CompletableFuture::join))
                    .as("some were told that there is no room")
                    .anyMatch(answer -> answer.startsWith("503") && answer.contains("problems/overloaded"));
        }
        assertThat(most).as("heap beyond what it was, bytes").isLessThan(6 * limit);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
    }

    /** Waits a little for it. */
    private static boolean isOver(CompletableFuture<Void> all) throws Exception {
        try {
            all.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(Address.of("/v1/batch"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((WEB_KEY + ":").getBytes(UTF_8)))
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static byte[] packed() {
        String filling = "x".repeat(700);
        String batch = IntStream.range(0, CALLS)
                .mapToObj(i -> "{\"type\":\"track\",\"messageId\":\"crowd-" + i + "\",\"userId\":\"u\",\"event\":\"E\","
                        + "\"context\":{\"groupId\":\"crowd\"},\"properties\":{\"x\":\"" + filling + "\"}}")
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        return gzip(batch);
    }
}
