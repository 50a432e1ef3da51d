package dev.bellwether.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.messaging.testing.BackingServices;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class UnreadableFactsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @Inject
    Accounts accounts;

    @Inject
    MeterRegistry registry;

    private final String id = "unreadable-" + UUID.randomUUID();

    @Test
    void a_stored_fact_that_cannot_be_read_is_counted_and_passed_over() {
        run(
                "insert into account (account_id, partition, name, first_day, as_of, band, coverage, wau, document, updated_at) "
                        + "values ($1, 0, 'n', '2026-01-01', '2026-01-01', 'unknown', 0, 0, '{}', now())");
        fact("1", "bellwether.ticket", "{\"ticketId\":\"t\",\"openedAt\":\"1969-12-31T23:00:00Z\"}");
        fact("2", "bellwether.pulse", "{\"opinion\":4}");
        double before = passedOver();

        LiveAccount account = Objects.requireNonNull(
                accounts.load(List.of(id)).await().atMost(SOON).get(id));

        var known = account.memory().facts().asOf(LocalDate.parse("2026-01-02"));
        assertThat(known.pulses()).hasSize(1);
        assertThat(known.tickets()).isEmpty();
        assertThat(passedOver() - before).isGreaterThanOrEqualTo(1);
    }

    private double passedOver() {
        return registry.get("bellwether.health.unreadable.facts").counter().count();
    }

    private void fact(String event, String type, String data) {
        pool.preparedQuery("insert into fact (account_id, event_id, type, occurred_at, data) "
                        + "values ($1, $2, $3, '2026-01-01T12:00:00Z', $4::text::jsonb)")
                .execute(Tuple.of(id, event, type, data))
                .await()
                .atMost(SOON);
    }

    private void run(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().atMost(SOON);
    }
}
