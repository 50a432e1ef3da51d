package dev.bellwether.alert.book;

import static dev.bellwether.alert.testing.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;

import dev.bellwether.alert.intake.TakenIn;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do to alerts is counted once it is done. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CountedAtTheDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Desk.Person BOSS = new Desk.Person("boss@example.com", false);

    private final AnAccount acme = AnAccount.named("Counted");

    @Inject
    Desk desk;

    @Inject
    TakenIn takenIn;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @Test
    void what_is_told_to_whoever_was_given_it_is_counted() {
        UUID alert = alert();
        double before = count("bellwether.alert.alerts", "told");

        desk.assign(alert, "dan-" + alert + "@example.com", BOSS).await().atMost(PATIENCE);

        assertThat(count("bellwether.alert.alerts", "told")).isEqualTo(before + 1);
    }

    @Test
    void a_verdict_that_is_not_kept_is_not_counted() {
        UUID alert = alert();
        double before = count("bellwether.alert.verdicts", "useful");
        // it can be kept, but not shown
        database.run("update alert set severity = 'nonsense' where account_id = ?", acme.id());

        try {
            assertThatThrownBy(() -> desk.judge(alert, "useful", BOSS, Instant.now())
                            .await()
                            .atMost(PATIENCE))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            database.run("update alert set severity = 'high' where account_id = ?", acme.id());
        }

        assertThat(count("bellwether.alert.verdicts", "useful")).isEqualTo(before);
    }

    @Test
    void whoever_was_told_in_line_may_handle_it_though_somebody_else_was_told_since() {
        UUID alert = alert();
        database.run("update alert set heard_by = '[\"deputy@example.com\"]' where account_id = ?", acme.id());

        assertThat(desk.acknowledge(alert, new Desk.Person("other@example.com", true))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(Handled.NotFound.class);
        assertThat(desk.acknowledge(alert, new Desk.Person("deputy@example.com", true))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(Handled.Done.class);
        as("deputy@example.com", "csm")
                .queryParam("account", acme.id())
                .get("/v1/alerts")
                .then()
                .body("items", hasSize(1));
    }

    /** Of a kind that no other test tells. */
    private UUID alert() {
        takenIn.all(List.of(acme.raised("f1", 0, FlagKind.ONBOARDING_STALLED, Severity.HIGH)));
        return UUID.fromString(database.rows("select id from alert where account_id = ?", acme.id())
                .getFirst()
                .getFirst());
    }

    private double count(String meter, String tag) {
        return meters.find(meter).tag("kind", FlagKind.ONBOARDING_STALLED.json()).counters().stream()
                .filter(counter -> counter.getId().getTags().stream()
                        .anyMatch(one -> one.getValue().equals(tag)))
                .mapToDouble(Counter::count)
                .sum();
    }
}
