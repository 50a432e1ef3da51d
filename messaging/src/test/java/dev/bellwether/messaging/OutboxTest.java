package dev.bellwether.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.outbox.Outbox;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class OutboxTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    private final String account = "outbox-" + UUID.randomUUID();

    @Test
    void what_was_committed_is_published_in_order_and_leaves_the_table() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) { // more than one batch of the relay
            events.add(event(account + "-" + i));
        }
        for (List<Event> part : List.of(events.subList(0, 1_200), events.subList(1_200, 2_500))) {
            pool.withTransaction(connection -> outbox.add(connection, part))
                    .await()
                    .atMost(SOON);
        }

        List<String> published = publishedUpTo(events.getLast().id());

        assertThat(published)
                .containsExactlyElementsOf(events.stream().map(Event::id).toList());
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void what_was_rolled_back_is_never_published() {
        Event rolledBack = event(account + "-never");
        assertThatThrownBy(() -> pool.withTransaction(connection -> outbox.add(connection, List.of(rolledBack))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back"))))
                        .await()
                        .atMost(SOON))
                .hasMessage("rolled back");
        Event after = event(account + "-after");
        pool.withTransaction(connection -> outbox.add(connection, List.of(after)))
                .await()
                .atMost(SOON);

        assertThat(publishedUpTo(after.id())).isEqualTo(Collections.singletonList(after.id()));
    }

    private List<String> publishedUpTo(String lastId) {
        return TestTopic.received(Topic.HEALTH_EVENTS, event -> event.id().equals(lastId), SOON).stream()
                .filter(event -> event.accountId().equals(account))
                .map(Event::id)
                .toList();
    }

    private long waiting() {
        return pool.query("select count(*) from outbox where account_id = '" + account + "'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(SOON);
    }

    private Event event(String id) {
        return new ScoreChanged(
                new Occurrence(id, account, Instant.parse("2026-03-31T09:30:00Z")),
                new AccountSnapshot("Acme", null, BigDecimal.TEN, Band.RED),
                null,
                Band.UNKNOWN,
                BigDecimal.ONE);
    }
}
