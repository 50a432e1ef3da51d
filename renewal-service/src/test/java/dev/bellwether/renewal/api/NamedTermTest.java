package dev.bellwether.renewal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.term.History;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTermTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    private final History yearly = History.fold(
            List.of(new ContractChanged(
                    new Occurrence("e", "acme", Instant.EPOCH),
                    "c-1",
                    null,
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2024, 12, 31),
                    null,
                    true,
                    null,
                    null,
                    null,
                    null)),
            ZoneOffset.UTC,
            null);

    @Test
    void is_the_running_one_unless_another_is_named() {
        assertThat(NamedTerm.of(yearly, TODAY, null).map(Period::startsOn)).contains(LocalDate.of(2026, 1, 1));
        assertThat(NamedTerm.of(yearly, TODAY, LocalDate.of(2025, 1, 1)).map(Period::endsOn))
                .contains(LocalDate.of(2025, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-02", "2023-01-01", "2027-01-01"})
    void one_that_does_not_exist_is_refused(LocalDate startsOn) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> NamedTerm.of(yearly, TODAY, startsOn));
    }
}
