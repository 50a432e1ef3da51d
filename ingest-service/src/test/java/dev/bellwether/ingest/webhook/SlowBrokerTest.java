package dev.bellwether.ingest.webhook;

import static dev.bellwether.ingest.testing.TestHooks.SECRET;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.SlowToLeave;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SlowToLeave.class)
class SlowBrokerTest {

    @Test
    void what_kafka_does_not_acknowledge_is_not_acknowledged_to_the_sender_who_repeats_it() {
        send().statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("https://bellwether.dev/problems/unavailable"));
        send().statusCode(oneOf(200, 503)); // as long as Kafka takes from the first one on

        assertThat(Log.record(Topic.FEEDBACK_EVENTS, "m-slow").key()).isEqualTo("slow");
    }

    private static ValidatableResponse send() {
        return given().header("Authorization", "Bearer " + SECRET)
                .body("{\"id\":\"m-slow\",\"account_id\":\"slow\",\"sentiment\":-1,\"date\":\"2026-03-01\"}")
                .post("/webhooks/press")
                .then();
    }
}
