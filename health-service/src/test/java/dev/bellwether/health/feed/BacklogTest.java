package dev.bellwether.health.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A producer that uses transactions leaves offsets behind that no consumer ever gets a record for. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class BacklogTest {

    private static final Feed FEED = Feed.FEEDBACK;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void what_a_transaction_took_back_counts_as_consumed() {
        RecordMetadata taken = inTransaction(false);
        try (Backlog backlog = new Backlog(brokers)) {
            Map<Integer, Long> ends = await().until(
                            () -> backlog.ends(FEED),
                            found -> found.getOrDefault(taken.partition(), 0L) > taken.offset() + 1);
            Map<Integer, Long> consumed = new HashMap<>(ends);
            consumed.put(taken.partition(), taken.offset());

            assertThat(backlog.readableFrom(FEED, consumed, ends)).isEqualTo(ends);
        }
    }

    @Test
    void offsets_without_records_count_as_consumed_and_records_do_not() {
        RecordMetadata last = inTransaction(true);
        try (Backlog backlog = new Backlog(brokers)) {
            // the mark of the transaction's end comes a little after the producer's commit returns
            Map<Integer, Long> ends = await().until(
                            () -> backlog.ends(FEED),
                            found -> found.getOrDefault(last.partition(), 0L) > last.offset() + 1);
            Map<Integer, Long> consumed = new HashMap<>(ends);
            consumed.put(last.partition(), last.offset() + 1);

            assertThat(backlog.readableFrom(FEED, consumed, ends)).isEqualTo(ends);
            consumed.put(last.partition(), last.offset());
            assertThat(backlog.readableFrom(FEED, consumed, ends)).isEqualTo(consumed);
            assertThat(backlog.eventsPerHour(FEED, ends, Instant.now())).isPositive();
            assertThat(backlog.eventsPerHour(FEED, ends, Instant.now().plusSeconds(90_000)))
                    .isZero();
        }
    }

    /** Nobody understands the record, so it is no arrival. */
    private static RecordMetadata inTransaction(boolean commits) {
        return TestTopic.sendInTransaction(
                commits, new ProducerRecord<>(FEED.topic().topicName(), "probe", "no event".getBytes(UTF_8)));
    }
}
