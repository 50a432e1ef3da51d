package dev.bellwether.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.SlowToLeave;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.messaging.Records;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SlowToLeave.class)
class PublisherTest {

    private static final int SIZE = 1000;
    private static final int MORE_THAN_THE_BUFFER_HOLDS = 4 << 20;

    private final Publisher publisher;
    private final InFlight inFlight;
    private final IngestMetrics metrics;

    PublisherTest(Publisher publisher, InFlight inFlight, IngestMetrics metrics) {
        this.publisher = publisher;
        this.inFlight = inFlight;
        this.metrics = metrics;
    }

    @Test
    void room_is_given_back_when_the_last_record_is_settled_even_if_another_has_failed_before() {
        // Given
        InFlight.Pass pass = inFlight.begin();
        pass.arrive(SIZE);
        Envelope hopeless = fact("x".repeat(MORE_THAN_THE_BUFFER_HOLDS));
        Refused slow = new Refused("slow-1".getBytes(UTF_8), Reason.INVALID, List.of(new Problem("", "is no call")));

        // When
        var published = publisher.publish("segment", Records.writeAll(List.of(hopeless)), List.of(slow), pass);

        // Then
        assertThat(metrics.inFlight()).hasValue(SIZE);
        assertThat(published)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(Unpublished.class);
        await().untilAsserted(() -> assertThat(metrics.inFlight()).hasValue(0));
        assertThat(Log.text(Log.deadLetter("slow-1"))).isEqualTo("slow-1");
    }

    private static Envelope fact(String data) {
        return new Envelope("any-1", "/test", "bellwether.usage", "acme", Instant.now(), data.getBytes(UTF_8));
    }
}
