package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OccurrenceTest {

    @Test
    void instants_within_a_microsecond_are_one() {
        Instant at = Instant.parse("2026-03-31T09:30:00.123456789Z");
        var envelope =
                new Envelope("e", "/test", "bellwether.user", "acme", at, "{\"userId\":\"ann\"}".getBytes(UTF_8));

        Reading<Fact> reading = Codec.readFact(envelope);

        assertThat(reading instanceof Reading.Understood<Fact>(Fact fact) ? fact.occurredAt() : null)
                .isEqualTo("2026-03-31T09:30:00.123456Z");
    }

    @Test
    void ids_are_not_blank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Occurrence(" ", "acme", Instant.EPOCH))
                .withMessageContaining("acme");
    }
}
