package dev.bellwether.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.verdict.Reason;
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
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which thread hands records to the producer, and would wait if it had to: the caller's is one of the server's own. */
@QuarkusTest
class HandingOverTest {

    private static final String FEEDING = "to-kafka";
    private static final String BILLING = "bellwether.invoice";

    private final ProducerSettings settings;
    private final String brokers;
    private final DeadLetters deadLetters;
    private final Outage outage;
    private final IngestSettings ingest;
    private final IngestMetrics metrics;
    private final InFlight inFlight;

    private Watched producers;
    private Publisher publisher;

    HandingOverTest(
            ProducerSettings settings,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            DeadLetters deadLetters,
            Outage outage,
            IngestSettings ingest,
            IngestMetrics metrics,
            InFlight inFlight) {
        this.settings = settings;
        this.brokers = brokers;
        this.deadLetters = deadLetters;
        this.outage = outage;
        this.ingest = ingest;
        this.metrics = metrics;
        this.inFlight = inFlight;
    }

    @BeforeEach
    void begin() {
        producers = new Watched(settings, brokers);
        publisher = new Publisher(new Broker(producers, deadLetters, outage), ingest, metrics);
    }

    @AfterEach
    void end() {
        publisher.end();
        producers.producer().close();
    }

    @Test
    void a_few_records_go_without_it_once_their_topic_was_reached() {
        String own = Thread.currentThread().getName();

        assertThat(handsOver(1, "bellwether.usage")).as("a topic never reached").isEqualTo(FEEDING);
        assertThat(handsOver(1, "bellwether.usage")).isEqualTo(own);
        assertThat(handsOver(4, "bellwether.usage")).isEqualTo(own);
        assertThat(handsOver(5, "bellwether.usage")).as("too many").isEqualTo(FEEDING);
        assertThat(handsOver(1, BILLING)).as("another topic").isEqualTo(FEEDING);
        assertThat(handsOver(1, BILLING)).isEqualTo(own);
        assertThat(handsOver(1, "bellwether.usage", refused()))
                .as("with a dead letter")
                .isEqualTo(FEEDING);
        assertThat(handsOver(0, "bellwether.usage", refused()))
                .as("a dead letter alone")
                .isEqualTo(FEEDING);
    }

    private String handsOver(int facts, String type, Refused... refused) {
        List<Envelope> envelopes =
                IntStream.range(0, facts).mapToObj(i -> fact(i, type)).toList();
        assertThat(publisher.publish("test", Records.writeAll(envelopes), List.of(refused), inFlight.begin()))
                .succeedsWithin(Duration.ofSeconds(10));
        return producers.lastBy;
    }

    private static Envelope fact(int i, String type) {
        return new Envelope("handed-" + i, "/test", type, "acme", Instant.now(), "{}".getBytes(UTF_8));
    }

    private static Refused refused() {
        return new Refused("handed".getBytes(UTF_8), Reason.INVALID, List.of(new Problem("", "is no call")));
    }

    /** Notes who begins. */
    @Vetoed // there is one a process, and it is another
    private static final class Watched extends Producers {

        private volatile String lastBy = "";

        Watched(ProducerSettings settings, String brokers) {
            super(settings, brokers);
        }

        @Override
        public CompletableFuture<Void> begin(Collection<ProducerRecord<String, byte[]>> records) {
            lastBy = Thread.currentThread().getName();
            return super.begin(records);
        }
    }
}
