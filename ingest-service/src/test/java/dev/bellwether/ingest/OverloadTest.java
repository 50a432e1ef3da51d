package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
