package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestHooks.SECRET;
import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Packed;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OverloadTest {

    private final IngestMetrics metrics;
    private final IngestSettings settings;

    OverloadTest(IngestMetrics metrics, IngestSettings settings) {
        this.metrics = metrics;
        this.settings = settings;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/batch"})
    void too_much_at_once_is_put_off_in_words_that_every_client_reads(String path) {
        long most = settings.limits().inFlightBytes();
        metrics.inFlight().addAndGet(most);
        try {
            given().auth()
                    .preemptive()
                    .basic(WEB_KEY, "")
                    .contentType("application/json")
                    .body("[]")
                    .post(path)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("type", equalTo("https://bellwether.dev/problems/overloaded"))
                    .body("status", equalTo(503));
        } finally {
            metrics.inFlight().addAndGet(-most);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/webhooks/billing"})
    void what_announces_too_much_is_refused_unread(String path) {
        given().body("x".repeat(settings.limits().bodyBytes() + 1))
                .post(path)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("https://bellwether.dev/problems/too-large"));
    }

    @Test
    void bodies_that_do_not_end_take_room_while_they_come_and_leave_some_for_small_ones() throws IOException {
        await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
        long half = settings.limits().inFlightBytes() / 2;
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                stalled.add(stalled(
                        i % 2 == 0 ? "Content-Length: 400000\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n61A80\r\n"));
            }
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> metrics.inFlight().get() > half / 4);
            assertThat(metrics.inFlight().get())
                    .as("bytes of bodies that are not all there")
                    .isLessThanOrEqualTo(half);
            given().auth()
                    .preemptive()
                    .basic(WEB_KEY, "")
                    .body("{\"batch\":[]}")
                    .post("/v1/batch")
                    .then()
                    .statusCode(200);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
    }

    @ParameterizedTest
    @CsvSource({"/v1/batch, {\"batch\":[]}, 200", "/v1/events, [], 202"})
    void many_small_bodies_that_tell_no_length_come_in_at_once(String path, String body, String status)
            throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                clients.add(chunked(path, body));
            }
            for (Socket client : clients) {
                client.getOutputStream().write("0\r\n\r\n".getBytes(US_ASCII));
            }
            for (Socket client : clients) {
                assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                        .isEqualTo("HTTP/1.1 " + status);
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** All of a request but its end, as some clients send that never tell a length. */
    private static Socket chunked(String path, String body) throws IOException {
        Socket socket = connected();
        String head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + authorization(path)
                + "\r\nContent-Type: application/cloudevents-batch+json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n";
        socket.getOutputStream().write((head + body + "\r\n").getBytes(US_ASCII));
        return socket;
    }

    private static Socket connected() throws IOException {
        URI address = Address.of("/");
        return new Socket(address.getHost(), address.getPort());
    }

    private static Socket stalled(String headers) throws IOException {
        Socket socket = connected();
        socket.getOutputStream().write(("POST /v1/track HTTP/1.1\r\nHost: a\r\n" + headers).getBytes(US_ASCII));
        socket.getOutputStream().write("x".repeat(390_000).getBytes(US_ASCII));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/batch", "/webhooks/press"})
    void a_large_body_is_taken_in_whole_whether_its_length_is_told_or_not(String path) throws Exception {
        byte[] body = (path.equals("/v1/batch")
                        ? "{\"batch\":[]," + " ".repeat(300_000) + "\"x\":1}"
                        : "[" + " ".repeat(300_000) + "]")
                .getBytes(US_ASCII);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (HttpRequest.BodyPublisher publisher : List.of(
                    HttpRequest.BodyPublishers.ofByteArray(body),
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
                HttpRequest request = HttpRequest.newBuilder(Address.of(path))
                        .header("Authorization", authorization(path))
                        .header("Content-Type", "application/json")
                        .version(HttpClient.Version.HTTP_1_1)
                        .POST(publisher)
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isIn(200, 202);
            }
        }
    }

    private static String authorization(String path) {
        return path.equals("/webhooks/press")
                ? "Bearer " + SECRET
                : "Basic " + Base64.getEncoder().encodeToString((WEB_KEY + ":").getBytes(US_ASCII));
    }

    @Test
    void what_comes_counts_once() throws IOException {
        await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
        try (Socket client = stalled("Content-Length: 400000\r\n\r\n")) {
            await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(400_000));
            client.getOutputStream().write("x".repeat(10_000).getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
        await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() throws IOException {
        try (Socket client = connected()) {
            String head = "POST /v1/batch HTTP/1.1\r\nHost: a\r\nAuthorization: " + authorization("/v1/batch")
                    + "\r\nExpect: 100-continue\r\nContent-Length: 12\r\n\r\n";
            client.getOutputStream().write(head.getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(25), US_ASCII))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.getOutputStream().write("{\"batch\":[]}".getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void or_at_once_that_there_is_no_room() throws IOException {
        long most = settings.limits().inFlightBytes();
        metrics.inFlight().addAndGet(most);
        try (Socket client = connected()) {
            String head = "POST /v1/batch HTTP/1.1\r\nHost: a\r\nAuthorization: " + authorization("/v1/batch")
                    + "\r\nExpect: 100-continue\r\nContent-Length: 400000\r\n\r\n";
            client.getOutputStream().write(head.getBytes(US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), US_ASCII); // and is closed
            assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: 5");
        } finally {
            metrics.inFlight().addAndGet(-most);
        }
    }

    /** Java's own reader of gzip calls itself for each of them. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/batch", "/webhooks/press"})
    void a_body_of_more_packed_parts_than_a_stack_holds_takes_no_room_once_it_is_answered(String path) {
        given().header("Authorization", authorization(path))
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(Packed.nothing(25_000))
                .post(path);

        await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
    }

    @Test
    void what_is_settled_makes_room() {
        given().auth()
                .preemptive()
                .basic(WEB_KEY, "")
                .body("{\"batch\":[]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);
        given().get("/q/metrics").then().body(containsString("bellwether_ingest_in_flight_bytes 0.0"));
    }
}
