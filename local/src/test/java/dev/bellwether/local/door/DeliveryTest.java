package dev.bellwether.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant AT = Instant.parse("2026-03-18T15:00:00Z");

    private final Letters letters = new Letters("/test");
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());
    private HttpServer ingest;

    private record Reply(int status, String body) {}

    @BeforeEach
    void anIngestService() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/", this::answer);
        ingest.start();
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    @Test
    void letters_go_in_batches_each_through_its_own_door_with_the_write_key() throws Exception {
        List<Letter> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(letters.track("e" + i, AT, "a", "u", "f"));
        }
        many.add(letters.fact("bellwether.pulse", "p", AT, "a", Map.of("opinion", 3)));
        Receipt receipt = send(many);
        assertThat(receipt.accepted()).isEqualTo(251);
        assertThat(received)
                .hasSize(4)
                .filteredOn(request -> request.startsWith("/v1/batch Basic a2V5Og== application/json"))
                .hasSize(3);
        assertThat(received)
                .anyMatch(request -> request.startsWith(
                        "/v1/events Bearer key application/cloudevents-batch+json [{\"specversion\""));
    }

    @Test
    void a_busy_ingest_is_asked_again_until_it_accepts() throws Exception {
        replies.addAll(List.of(new Reply(503, ""), new Reply(429, ""), new Reply(500, "")));
        assertThat(send(List.of(letters.track("e", AT, "a", "u", "f"))).accepted())
                .isEqualTo(1);
        assertThat(received).hasSize(4);
        assertThat(trouble).isNotEmpty().allMatch(line -> line.contains("trying again"));
    }

    @Test
    void a_refused_event_is_named_with_its_reason_and_the_others_count_as_accepted() throws Exception {
        replies.add(new Reply(
                202,
                "{\"accepted\":1,\"rejected\":[{\"index\":1,\"id\":\"p2\",\"errors\":[{\"detail\":\"too low\"}]}]}"));
        Receipt receipt = send(List.of(
                letters.fact("bellwether.pulse", "p1", AT, "a", Map.of("opinion", 3)),
                letters.fact("bellwether.pulse", "p2", AT, "a", Map.of("opinion", 0))));
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.refusals())
                .containsExactly(new Receipt.Refusal("bellwether.pulse", "p2", "[{\"detail\":\"too low\"}]"));
    }

    @Test
    void a_wrong_key_ends_the_sending_at_once() {
        replies.add(new Reply(401, "{\"detail\":\"unknown key\"}"));
        assertThatThrownBy(() -> send(List.of(letters.track("e", AT, "a", "u", "f"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("unknown key");
    }

    private Receipt send(List<Letter> many) throws Exception {
        String url = "http://localhost:" + ingest.getAddress().getPort();
        try (Delivery delivery = new Delivery(new IngestDoor(url, "key", trouble::add), sent -> {})) {
            return delivery.send(many);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
        Reply reply = replies.isEmpty() ? new Reply(200, "{\"success\":true}") : replies.remove();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
