package dev.bellwether.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class FactsBetweenTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    Pool pool;

    @Inject
    Accounts accounts;

    private final String id = "between-" + UUID.randomUUID();

    @Test
    void of_each_type_the_newest_are_read_and_no_more() {
        for (int minute = 0; minute < 7; minute++) {
            fact("mention", minute);
            fact("ticket", minute);
        }
        fact("pulse", 3);
        fact("pulse", -1);

        List<String> found = pool
                .withTransaction(
                        transaction -> accounts.factsBetween(transaction, id, FROM, FROM.plusSeconds(6 * 60), 2))
                .await()
                .atMost(SOON)
                .stream()
                .map(Changes.FactRow::eventId)
                .toList();

        assertThat(found).containsExactly("ticket-5", "mention-5", "ticket-4", "mention-4", "pulse-3");
    }

    private void fact(String type, int minute) {
        Instant at = FROM.plusSeconds(60L * minute);
        pool.preparedQuery("insert into fact (account_id, event_id, type, occurred_at, data) "
                        + "values ($1, $2, $3, $4::text::timestamptz, '{}')")
                .execute(Tuple.of(id, type + "-" + minute, "bellwether." + type, at.toString()))
                .await()
                .atMost(SOON);
    }
}
