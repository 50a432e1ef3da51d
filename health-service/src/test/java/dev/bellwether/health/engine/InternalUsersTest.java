package dev.bellwether.health.engine;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account that stays in memory while it turns out who of its users are our own people. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class InternalUsersTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String account = "ours-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void
            whoever_turns_out_internal_is_left_out_with_all_that_was_committed_before_and_is_back_when_that_is_taken_back() {
        TestTopic.send(used("ann", "export", 1), used("ours", "console", 2));
        shows(3, 2);
        TestTopic.send(used("ours", "export", 4));
        shows(7, 2);

        TestTopic.send(used("ours", "console", 8), internal(true, now));
        shows(1, 1);

        TestTopic.send(used("ours", "console", 16), used("ann", "export", 32));
        shows(33, 1);

        TestTopic.send(internal(false, now.plusSeconds(1)));
        shows(63, 2);
    }

    @Test
    void another_one_found_later_is_left_out_too() {
        TestTopic.send(used("ours", "console", 1), used("ben", "report", 2), used("ann", "export", 4));
        shows(7, 3);
        TestTopic.send(internal(true, now));
        shows(6, 2);
        TestTopic.send(used("ben", "report", 8));
        shows(14, 2);

        TestTopic.send(new UserDescribed(occurred(now), "ben", null, null, null, null, true, null));

        shows(4, 1);
    }

    /** Now, by what the engine remembers, and as of today, by what is in the database. */
    private void shows(int volume7, int features28) {
        await().atMost(SOON).untilAsserted(() -> shows("", volume7, features28));
        shows("?asOf=" + LocalDate.ofInstant(now, ZoneOffset.UTC), volume7, features28);
    }

    private void shows(String query, int volume7, int features28) {
        given().header("Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                .get("/v1/accounts/" + account + query)
                .then()
                .statusCode(200)
                .body("figures.volume7", equalTo(volume7))
                .body("figures.features28", equalTo(features28));
    }

    private UsageRecorded used(String user, String feature, long quantity) {
        return new UsageRecorded(occurred(now), user, feature, BigDecimal.valueOf(quantity));
    }

    private UserDescribed internal(boolean internal, Instant at) {
        return new UserDescribed(occurred(at), "ours", null, null, null, null, internal, null);
    }

    private Occurrence occurred(Instant at) {
        return new Occurrence(UUID.randomUUID().toString(), account, at);
    }
}
