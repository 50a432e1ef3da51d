package dev.bellwether.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.messaging.DeadLetters;
import dev.bellwether.messaging.ProducerSettings;
import dev.bellwether.messaging.Producers;
import dev.bellwether.messaging.Records;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may go on while Kafka is away: each send waits for it, and fails. */
@QuarkusTest
class TrialTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOBODY = "localhost:1";
    private static final List<Envelope> FACTS =
            List.of(new Envelope("tried-1", "/test", "bellwether.usage", "acme", Instant.EPOCH, "{}".getBytes(UTF_8)));

    private final ProducerSettings producing;
    private final DeadLetters deadLetters;
    private final IngestSettings settings;
    private final IngestMetrics metrics;
    private final InFlight inFlight;

    private Own producers;
    private Broker broker;
    private Publisher publisher;
    private BatchPublisher batches;

    TrialTest(
            ProducerSettings producing,
            DeadLetters deadLetters,
            IngestSettings settings,
            IngestMetrics metrics,
            InFlight inFlight) {
        this.producing = producing;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.metrics = metrics;
        this.inFlight = inFlight;
    }

    @BeforeEach
    void goAway() {
        producers = new Own(producing);
        broker = new Broker(producers, deadLetters, new Outage());
        publisher = new Publisher(broker, settings, metrics);
        batches = new BatchPublisher(broker);
        assertThat(publish(inFlight.begin())).failsWithin(PATIENCE);
        assertThat(broker.reach().isAway()).isTrue();
    }

    @AfterEach
    void end() {
        publisher.end();
        producers.producer().close(Duration.ZERO);
    }

    @Test
    void whose_sender_has_left_leaves_the_trial_to_the_next_and_settles_without_ending_it() {
        InFlight.Pass pass = inFlight.begin();
        CompletableFuture<Void> left = publish(pass);
        assertThat(publish(inFlight.begin())).as("at once").isCompletedExceptionally();

        await().untilAtomic(producers.begun, is(2));

        left.cancel(false);
        CompletableFuture<Void> next = publish(inFlight.begin());
        assertThat(next).isNotDone();
        await().until(() -> !pass.grow(0));

        boolean goesOn = broker.reach().isShut(); // unless this thread was held up until the next one ended too
        assertThat(goesOn || next.isDone()).as("the trial of the next goes on").isTrue();
        assertThat(next).failsWithin(PATIENCE);
        assertThat(broker.reach().isShut()).isFalse();
    }

    @Test
    void an_import_tries_only_when_nobody_else_does_and_makes_room_in_its_turn() {
        CompletableFuture<Void> trial = publish(inFlight.begin());
        assertThat(batches.begin(FACTS).acknowledged()).as("at once").isCompletedExceptionally();
        assertThat(trial).failsWithin(PATIENCE);

        assertThat(batches.begin(FACTS).acknowledged()).failsWithin(PATIENCE);

        assertThat(broker.reach().isAway()).isTrue();
        assertThat(broker.reach().isShut()).isFalse();
    }

    @Test
    void nothing_to_send_succeeds_and_says_nothing_of_kafka() {
        assertThat(batches.begin(List.of()).acknowledged()).isCompleted();
        assertThat(batches.goOn(List.of()).acknowledged()).isCompleted();

        assertThat(broker.reach().isAway()).isTrue();
        assertThat(broker.reach().isShut()).isFalse();
    }

    @Test
    void what_a_closed_producer_does_not_take_has_ended() {
        producers.producer().close(Duration.ZERO);

        assertThat(publish(inFlight.begin())).failsWithin(PATIENCE);
        assertThat(broker.reach().isShut()).isFalse();
        assertThat(batches.begin(FACTS).acknowledged()).isCompletedExceptionally();
        assertThat(broker.reach().isShut()).isFalse();
    }

    private CompletableFuture<Void> publish(InFlight.Pass pass) {
        return publisher.publish("test", Records.writeAll(FACTS), List.of(), pass);
    }

    @Vetoed // there is one a process, and it is another
    private static final class Own extends Producers {

        private final AtomicInteger begun = new AtomicInteger();

        Own(ProducerSettings settings) {
            super(settings, NOBODY);
        }

        @Override
        public CompletableFuture<Void> begin(Collection<ProducerRecord<String, byte[]>> records) {
            begun.incrementAndGet();
            return super.begin(records);
        }
    }
}
