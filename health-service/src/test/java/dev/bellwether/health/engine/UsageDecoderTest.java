package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.messaging.Records;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageDecoderTest {

    private static final List<String> ACCOUNTS = List.of("acme", "acme", "zoë", "a b", " ", "x".repeat(256));
    private static final List<String> IDS = List.of("e-1", "7", "é", "", "  ", "a\tb", "a\0b", "y".repeat(255));
    private static final List<String> TIMES = List.of(
            "2026-03-31T09:30:00Z",
            "2026-03-31T09:30:00.5Z",
            "2026-03-31T09:30:00.123456789Z",
            "2024-02-29T23:59:59.999Z",
            "2026-02-29T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-03-31T24:00:00Z",
            "2026-03-31T09:30Z",
            "2026-03-31T09:30:60Z",
            "2026-03-31T09:30:00.Z",
            "2026-03-31T09:30:00.1234567890Z",
            "2026-03-31T09:30:00+02:00",
            "2026-03-31t09:30:00z",
            "1969-12-31T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "9999-12-31T00:00:00Z",
            "yesterday",
            "");

    private final UsageDecoder decoder = new UsageDecoder();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_short_way_leads_where_the_long_one_does(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            ConsumerRecord<String, byte[]> record = record(random);
            Arrival.Used used = decoder.read(record);
            if (used != null) {
                read++;
                UsageRecorded usage = (UsageRecorded) longWay(record).orElseThrow();
                assertThat(used.accountId()).isEqualTo(usage.accountId());
                assertThat(used.id()).isEqualTo(Hash64.of(usage.id()));
                assertThat(used.user()).isEqualTo(Hash64.of(usage.userId()));
                assertThat(used.feature()).isEqualTo(Hash64.of(usage.feature()));
                assertThat(used.quantity()).isEqualByComparingTo(usage.quantity());
                assertThat(used.occurredAt()).isEqualTo(usage.occurredAt());
            }
        }
        assertThat(read).isGreaterThan(500);
    }

    @Test
    void every_day_of_a_century_is_the_day_that_it_is() {
        for (Instant at = Instant.parse("1971-01-01T00:00:00Z");
                at.isBefore(Instant.parse("2071-01-01T00:00:00Z"));
                at = at.plusSeconds(86_399)) {
            assertThat(PlainInstant.read(at.toString().getBytes(UTF_8))).isEqualTo(at);
        }
    }

    private static Optional<Fact> longWay(ConsumerRecord<String, byte[]> record) {
        return Records.read(record) instanceof Reading.Understood<Envelope>(Envelope envelope)
                        && Codec.readFact(envelope) instanceof Reading.Understood<Fact>(Fact fact)
                ? Optional.of(fact)
                : Optional.empty();
    }

    private static ConsumerRecord<String, byte[]> record(Random random) {
        String account = pick(random, ACCOUNTS, 0.7);
        RecordHeaders headers = new RecordHeaders();
        add(headers, random, "ce_specversion", random.nextInt(30) == 0 ? "0.3" : "1.0");
        add(headers, random, "ce_id", pick(random, IDS, 0.7));
        add(headers, random, "ce_source", pick(random, IDS, 0.8));
        add(headers, random, "ce_type", random.nextInt(30) == 0 ? "bellwether.ticket" : "bellwether.usage");
        add(headers, random, "ce_subject", random.nextInt(30) == 0 ? "other" : account);
        add(headers, random, "ce_time", pick(random, TIMES, 0.5));
        byte[] value = (random.nextInt(20) == 0 ? "{}" : "{\"userId\":\"ann\",\"feature\":\"export\",\"quantity\":2}")
                .getBytes(UTF_8);
        return new ConsumerRecord<>(
                "usage-events",
                3,
                7,
                1_000,
                TimestampType.CREATE_TIME,
                1,
                1,
                account,
                value,
                headers,
                Optional.empty());
    }

    /** Now and then a header is missing, or there twice. */
    private static void add(RecordHeaders headers, Random random, String name, String value) {
        int times = random.nextInt(40) == 0 ? random.nextInt(3) : 1;
        for (int i = 0; i < times; i++) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }

    private static String pick(Random random, List<String> texts, double first) {
        return random.nextDouble() < first ? texts.getFirst() : texts.get(random.nextInt(texts.size()));
    }
}
