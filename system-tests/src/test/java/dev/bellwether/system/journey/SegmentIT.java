package dev.bellwether.system.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.class)
class SegmentIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration WITHIN_SECONDS = Duration.ofSeconds(10);

    private final LocalSystem system;

    SegmentIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void what_the_segment_library_sends_is_counted() {
        Analytics analytics = Analytics.builder(system.local().writeKey())
                .setUploadURL(system.local().url("ingest") + "/v1/import")
                .build();

        for (String user : List.of("ada", "grace", "linus")) {
            analytics.enqueue(GroupMessage.builder("segment-library")
                    .userId(user)
                    .traits(Map.of("name", "Library & Sons", "seats", 10)));
            analytics.enqueue(IdentifyMessage.builder().userId(user).traits(Map.of("email", user + "@example.com")));
            analytics.enqueue(TrackMessage.builder("Report exported").userId(user));
            analytics.enqueue(TrackMessage.builder("Report shared").userId(user));
        }
        analytics.flush();
        Instant sent = Instant.now();

        await().atMost(SOON).untilAsserted(() -> {
            assertWau("segment-library", 3);
            assertThat(figure("segment-library", "volume7")).isEqualTo(6);
        });
        LocalSystem.say("counted %d ms after the library was told to send"
                .formatted(Duration.between(sent, Instant.now()).toMillis()));
        analytics.shutdown();
    }

    @Test
    void single_calls_over_http_are_counted_and_a_repeated_message_is_not() {
        Instant at = Instant.now().minusSeconds(30).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> group = Map.of("groupId", "segment-raw", "userId", "zoe", "messageId", "raw-1");
        Map<String, Object> track =
                Map.of("userId", "zoe", "event", "Opened", "messageId", "raw-2", "timestamp", at.toString());

        call("/v1/group", group);
        for (int i = 0; i < 3; i++) {
            call("/v1/track", track);
        }
        call("/v1/batch", Map.of("batch", List.of(withType("group", group), withType("track", track))));
        call("/v1/track", Map.of("userId", "zoe", "event", "Closed", "messageId", "raw-3", "timestamp", at.toString()));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(figure("segment-raw", "volume7")).isEqualTo(2));
        assertWau("segment-raw", 1);
    }

    @Test
    void calls_that_race_the_one_that_tells_their_account_are_counted_within_seconds() {
        int users = 40;
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < users; i++) {
                String user = "racer-" + i;
                senders.execute(() -> call("/v1/track", Map.of("userId", user, "event", "Started", "messageId", user)));
                senders.execute(() -> call("/v1/group", Map.of("groupId", "segment-race", "userId", user)));
            }
        }

        await().atMost(WITHIN_SECONDS).untilAsserted(() -> assertWau("segment-race", users));
    }

    private void call(String path, Map<String, Object> body) {
        given().auth()
                .preemptive()
                .basic(system.local().writeKey(), "")
                .contentType("application/json")
                .body(body)
                .post(system.local().url("ingest") + path)
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
    }

    private static Map<String, Object> withType(String type, Map<String, Object> call) {
        Map<String, Object> typed = new LinkedHashMap<>(call);
        typed.put("type", type);
        return typed;
    }

    private void assertWau(String account, int users) {
        assertThat(figure(account, "wau")).isEqualTo(users);
    }

    private int figure(String account, String name) {
        return system.portfolio()
                .account(account)
                .map(found -> found.path("figures").path(name).asInt(-1))
                .orElse(-1);
    }
}
