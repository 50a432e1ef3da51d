package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.UsageSettings;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which facts are too old or too new follows from when they came to the log. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class DecoderTest {

    private static final Instant ARRIVED = Instant.parse("2026-03-31T12:00:00Z");
    private static final Instant READ_LATER = ARRIVED.plus(Duration.ofDays(3));

    private record Ignoring(Optional<Set<String>> internalDomains, Optional<Set<String>> ignore)
            implements UsageSettings {}

    @Inject
    HealthSettings settings;

    private Decoder decoder;

    @BeforeEach
    void heartbeats_are_ignored() {
        decoder = new Decoder(
                settings,
                new Ignoring(Optional.empty(), Optional.of(Set.of("heartbeat"))),
                new BusinessDays(ZoneOffset.UTC));
    }

    @Test
    void a_fact_of_the_future_is_refused_however_late_it_is_read() {
        Instant future = ARRIVED.plus(settings.futureTolerance()).plusSeconds(1);

        assertThat(read(use("export", future), READ_LATER)).isInstanceOf(Arrival.Refused.class);
        assertThat(read(mention(future), READ_LATER)).isInstanceOf(Arrival.Refused.class);
        assertThat(read(mention(future.minusSeconds(1)), READ_LATER)).isInstanceOf(Arrival.Learnt.class);
    }

    @Test
    void a_fact_is_within_the_retention_however_late_it_is_read() {
        Instant oldest = ARRIVED.minus(Duration.ofDays(settings.retentionDays()));

        assertThat(read(use("export", oldest), READ_LATER)).isInstanceOf(Arrival.Used.class);
        assertThat(read(mention(oldest), READ_LATER)).isInstanceOf(Arrival.Learnt.class);
        assertThat(read(mention(oldest.minus(Duration.ofDays(1))), READ_LATER)).isInstanceOf(Arrival.TooOld.class);
    }

    @Test
    void a_clock_ahead_of_ours_lets_nothing_of_the_future_in() {
        Instant before = ARRIVED.minus(Duration.ofDays(1));

        assertThat(read(use("export", ARRIVED), before)).isInstanceOf(Arrival.Refused.class);
    }

    @Test
    void an_ignored_use_of_before_the_retention_is_too_old_like_any_other() {
        Instant old = ARRIVED.minus(Duration.ofDays(settings.retentionDays() + 1L));

        assertThat(read(use("heartbeat", ARRIVED), ARRIVED)).isInstanceOf(Arrival.Ignored.class);
        assertThat(read(use("heartbeat", old), ARRIVED)).isInstanceOf(Arrival.TooOld.class);
    }

    private static Event use(String feature, Instant at) {
        return new UsageRecorded(new Occurrence("use", "acme", at), "ann", feature, BigDecimal.ONE);
    }

    private static Event mention(Instant at) {
        return new Mentioned(new Occurrence("mention", "acme", at), null, BigDecimal.ONE, null, null);
    }

    private Arrival read(Event event, Instant now) {
        var sent = Records.write(Codec.write(event, "/test"));
        var record = new ConsumerRecord<>(
                sent.topic(),
                0,
                7,
                ARRIVED.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                1,
                1,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
        return decoder.read(record, now, new Placement(1));
    }
}
