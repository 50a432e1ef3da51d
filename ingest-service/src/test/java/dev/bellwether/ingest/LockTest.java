package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.SLOW_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.ingest.testing.Address;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sends too fast or too slowly, and what nobody is told. */
@QuarkusTest
class LockTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @ParameterizedTest
    @CsvSource({"/v1/batch, '{\"batch\":[]}'", "/v1/events, '[]'", "/v1/import/usage, 'userId'"})
    void who_sends_faster_than_the_source_may_hears_when_to_try_again(String path, String body) {
        Response refused = Stream.generate(() -> send(path, body))
                .limit(40)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        refused.then().header("Retry-After", "1").body("type", equalTo("https://bellwether.dev/problems/too-fast"));
        given().get("/q/metrics").then().body(containsString("reason=\"too_fast\",source=\"slow\""));
    }

    @Test
    void what_is_there_for_measuring_only_is_shut_by_default() {
        given().auth()
                .preemptive()
                .basic(SLOW_KEY, "")
                .body("{}")
                .post("/v1/echo")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://bellwether.dev/problems/http-404"));
    }

    private static Response send(String path, String body) {
        return given().auth()
                .preemptive()
                .basic(SLOW_KEY, "")
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    @Test
    void who_does_not_finish_sending_is_disconnected() throws IOException {
        URI address = Address.of("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write("POST /v1/track HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{".getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
