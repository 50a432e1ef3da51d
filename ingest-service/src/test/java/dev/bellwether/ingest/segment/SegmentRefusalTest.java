package dev.bellwether.ingest.segment;

import static dev.bellwether.ingest.testing.Packed.gzip;
import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SegmentRefusalTest {

    @Test
    void a_bomb_is_refused() {
        withKey()
                .header("Content-Encoding", "gzip")
                .body(gzip(" ".repeat(20_000_000)))
                .post("/v1/batch")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_request"))
                .body("message", containsString("larger than 2097152 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic d3Jvbmc6", "Basic !!!", "Bearer wrong", "Basic"})
    void without_a_known_key_the_door_stays_shut(String authorization) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        (authorization.isEmpty() ? request : request.header("Authorization", authorization))
                .body("{\"userId\":\"i\",\"event\":\"A\"}")
                .post("/v1/track")
                .then()
                .statusCode(401)
                .body("success", equalTo(false))
                .body("code", equalTo("unauthorized"))
                .body("message", equalTo("the write key is missing or unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/track    | {\"userId\":\"j\"}                                          | /event is required",
                "/v1/track    | {\"event\":\"A\"}                                           | /userId or /anonymousId is required",
                "/v1/track    | {\"event\":\"A\",\"userId\":{}}                             | /userId must be text or a number",
                "/v1/track    | {\"event\":\"A\",\"userId\":\"j\",\"timestamp\":\"soon\"}   | /timestamp must be an ISO 8601 instant",
                "/v1/track    | {\"event\":\"A\",\"userId\":\"j\",\"timestamp\":\"2999-01-01T00:00:00Z\"} | 10 minutes in the future",
                "/v1/group    | {\"userId\":\"j\"}                                          | /groupId is required",
                "/v1/alias    | {\"userId\":\"j\"}                                          | /previousId is required",
                "/v1/batch    | {\"userId\":\"j\"}                                          | /batch is required",
                "/v1/batch    | {\"batch\":[                                                | is not UTF-8 JSON",
                "/v1/identify | [1]                                                         | must be a JSON object"
            })
    void what_is_wrong_is_named(String path, String body, String message) {
        withKey()
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("success", equalTo(false))
                .body("code", equalTo("invalid_request"))
                .body("message", containsString(message));
    }

    @Test
    void too_large_is_a_bad_request_so_that_no_client_repeats_it() {
        String long_ = "x".repeat(33_000);
        withKey()
                .body(Map.of("userId", "k", "event", "A", "properties", Map.of("blob", long_)))
                .post("/v1/track")
                .then()
                .statusCode(400)
                .body("message", containsString("larger than 32768 bytes"));
        withKey()
                .body("{\"batch\":[" + "{},".repeat(2500) + "{}]}")
                .post("/v1/batch")
                .then()
                .statusCode(400)
                .body("message", containsString("more than 2500 calls"));
        for (int bytes : new int[] {600_000, 5_000_000}) {
            withKey()
                    .body("{\"batch\":[{}]}" + " ".repeat(bytes))
                    .post("/v1/batch")
                    .then()
                    .statusCode(400)
                    .body("message", containsString("larger than 512000 bytes"));
        }
    }

    @Test
    void one_fault_is_told_once() {
        withKey()
                .body(Map.of("userId", "k", "event", "A", "context", Map.of("groupId", "x".repeat(256))))
                .post("/v1/track")
                .then()
                .statusCode(400)
                .body("message", equalTo("/context/groupId must have at most 255 characters"));
    }

    @Test
    void bytes_that_only_look_like_utf8_are_refused() {
        for (String path : List.of("/v1/track", "/v1/identify")) {
            withKey()
                    .body("{\"userId\":\"a\u00c0\u00afb\",\"event\":\"A\",\"traits\":{}}".getBytes(ISO_8859_1))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("message", containsString("is not UTF-8"));
        }
    }

    @Test
    void one_call_that_is_nested_deeply_or_has_a_name_too_long_costs_the_others_nothing() {
        String call =
                "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"A\",\"context\":{\"groupId\":\"acme\"},\"messageId\":\"odd-%d\"%s}";
        withKey()
                .body("{\"batch\":["
                        + String.join(
                                ",",
                                call.formatted(1, ""),
                                call.formatted(
                                        2, ",\"properties\":" + "{\"a\":".repeat(1_200) + "1" + "}".repeat(1_200)),
                                call.formatted(3, ",\"" + "n".repeat(60_000) + "\":1"),
                                call.formatted(4, ",\"p\":" + "[".repeat(20_000) + "]".repeat(20_000)),
                                call.formatted(5, ""))
                        + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);

        assertThat(Log.accounts(Topic.USAGE_EVENTS, Set.of("odd-1", "odd-2", "odd-5"))
                        .keySet())
                .containsExactly("odd-1", "odd-2", "odd-5");
        for (String large : List.of("odd-3", "odd-4")) {
            assertThat(Log.header(Log.deadLetter(large), "bellwether-reason")).contains("larger than 32768 bytes");
        }
    }

    private static RequestSpecification withKey() {
        return given().auth().preemptive().basic(WEB_KEY, "").contentType(ContentType.JSON);
    }
}
