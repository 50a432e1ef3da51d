package dev.bellwether.renewal.ledger;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Band;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.Tokens;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two segments that differ by case alone are two, in figures and in the lines behind them. */
@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class SegmentsTest {

    private static final String PERIOD = "from=2026-01-01&to=2026-02-28&by=segment";
    private static final String QUARTER = "quarter=2026-Q2&by=segment";

    @Inject
    SetClock clock;

    private final String owner = "ann-" + UUID.randomUUID() + "@bellwether.test";

    @BeforeEach
    void one_customer_is_SMB_and_two_are_smb() {
        clock.set(LocalDate.of(2026, 3, 2));
        for (String segment : List.of("SMB", "smb", "smb")) {
            Say say = Say.ofSomeAccount();
            send(say.segment(owner, segment), say.score("80", Band.GREEN));
            send(say.subscription("2025-07-01", "2026-06-30", 30, true));
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get("/v1/retention?" + PERIOD)
                                .getList("parts.closing.accounts")
                                .equals(List.of(1, 2))
                        && get("/v1/forecast?" + QUARTER)
                                .getList("parts.due.contracts")
                                .equals(List.of(1, 2)));
    }

    @Test
    void lines_add_up_to_the_part_of_their_segment() {
        assertThat(get("/v1/retention?" + PERIOD).getList("parts.group")).containsExactly("SMB", "smb");
        for (String segment : List.of("SMB", "smb")) {
            String group = "&group=" + segment;
            JsonPath part = get("/v1/retention?" + PERIOD + group);
            JsonPath lines = get("/v1/retention/lines?" + PERIOD + group);
            assertThat(part.getList("parts.group")).containsExactly(segment);
            assertThat(lines.getList("items.group")).containsOnly(segment);
            assertThat(sum(lines, "items.closing.arr")).isEqualTo(part.getLong("parts[0].closing.arr"));

            JsonPath forecast = get("/v1/forecast?" + QUARTER + group);
            JsonPath terms = get("/v1/forecast/lines?" + QUARTER + group);
            assertThat(forecast.getList("parts.group")).containsExactly(segment);
            assertThat(sum(terms, "items.arr")).isEqualTo(forecast.getLong("parts[0].due.arr"));
            assertThat(sum(terms, "items.expected")).isEqualTo(forecast.getLong("parts[0].expected.arr"));
        }
        assertThat(get("/v1/retention/lines?" + PERIOD + "&group=Smb").getList("items"))
                .isEmpty();
    }

    @Test
    void an_owner_is_the_same_in_whatever_letters() {
        String by = "from=2026-01-01&to=2026-02-28&by=owner&group=" + owner.toUpperCase(java.util.Locale.ROOT);

        assertThat(get("/v1/retention/lines?" + by).getList("items")).hasSize(3);
    }

    private static long sum(JsonPath page, String path) {
        return page.getList(path, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private JsonPath get(String path) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(owner, "csm"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
