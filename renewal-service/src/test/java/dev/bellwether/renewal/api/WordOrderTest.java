package dev.bellwether.renewal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Occurrence;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest(name = "after a version of {0}: {1}")
    @CsvSource({
        "2026-03-01T11:59:59.999999Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00.000001Z",
        "2026-03-01T12:00:07.123456789Z, 2026-03-01T12:00:07.123457Z",
        "2025-01-01T00:00:00Z, 2026-03-01T12:00:00Z",
    })
    void a_word_comes_after_all_that_is_known(Instant known, Instant expected) {
        assertThat(WordOrder.after(List.of(version(Instant.EPOCH), version(known)), NOW))
                .isEqualTo(expected);
    }

    private static ContractChanged version(Instant at) {
        return new ContractChanged(
                new Occurrence("e", "acme", at), "c-1", null, null, null, null, null, null, null, null, null);
    }
}
