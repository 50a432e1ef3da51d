package dev.bellwether.alert.book;

import static dev.bellwether.alert.testing.Callers.as;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.intake.TakenIn;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.alert.testing.TestClock;
import dev.bellwether.alert.testing.TestSettings;
import dev.bellwether.contracts.Event;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A storm that does not come all at once, under the rhythm that holds where nobody sets another. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TrickleTest {

    private static final int FLAGS = 1_000;
    private static final int AT_ONCE = 20;
    private static final int LISTED = 50;
    private static final String TOLD = "select kind, alerts from told where person = ? order by id";

    private final String ann = "ann-" + UUID.randomUUID() + "@example.com";

    @Inject
    Couriers couriers;

    @Inject
    TakenIn takenIn;

    @Inject
    TestClock clock;

    @Inject
    AlertMetrics metrics;

    @Inject
    Database database;

    @AfterEach
    void now() {
        clock.setRight();
    }

    @Test
    void a_thousand_flags_spread_over_a_minute_are_a_message_a_summary_and_a_digest() {
        TakenIn usual =
                takenIn.toldBy(new Teller(new Orders(TestSettings.of(Map.of()), couriers), couriers, metrics, clock));
        Instant begin = Instant.now();
        for (int i = 0; i < FLAGS; i += AT_ONCE) {
            clock.set(begin.plusMillis(60L * i));
            usual.all(flags(i == 0 ? 1 : AT_ONCE));
        }

        clock.set(begin.plusSeconds(61));

        int gathered = FLAGS - AT_ONCE;
        eventually(() -> assertThat(database.rows(TOLD, ann))
                .containsExactly(List.of("message", "1"), List.of("summary", String.valueOf(gathered))));
        as(ann, "csm")
                .get("/v1/digest")
                .then()
                .body("entries", hasSize(LISTED))
                .body("more", equalTo(1 + gathered - LISTED));
    }

    private List<Event> flags(int count) {
        return IntStream.range(0, count)
                .<Event>mapToObj(i -> AnAccount.named("Trickle").ownedBy(ann).latePayment("f1", 0))
                .toList();
    }
}
