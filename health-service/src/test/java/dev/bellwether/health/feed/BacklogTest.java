package dev.bellwether.health.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
    void offsets_without_records_count_as_consumed_and_records_do_not() throws Exception {
        RecordMetadata last = inTransaction();
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
    private RecordMetadata inTransaction() throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", brokers, "transactional.id", "backlog-" + UUID.randomUUID()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var sent =
                    producer.send(new ProducerRecord<>(FEED.topic().topicName(), "probe", "no event".getBytes(UTF_8)));
            producer.commitTransaction();
            return sent.get();
        }
    }
}
