package dev.bellwether.contracts.agreed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenEndsTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int NIGHTS = 300;

    @Test
    void what_is_taken_up_long_after_it_was_cancelled_begins_anew() {
        List<ContractChanged> versions = List.of(
                said(0, ContractStatus.ACTIVE, 100),
                said(100, ContractStatus.CANCELLED, 100),
                said(200, ContractStatus.ACTIVE, 100));

        assertThat(Versions.fold(versions, ZoneOffset.UTC, "EUR").dates())
                .isEqualTo(new Dates.OpenEnded(FIRST.plusDays(200)));
    }

    @Test
    void a_first_day_that_is_named_for_the_comeback_counts() {
        ContractChanged comeback = said(425, ContractStatus.ACTIVE, 100);
        LocalDate named = FIRST.plusDays(410);

        assertThat(Versions.fold(
                                List.of(
                                        said(0, ContractStatus.ACTIVE, 100),
                                        said(150, ContractStatus.CANCELLED, 100),
                                        from(named, comeback)),
                                ZoneOffset.UTC,
                                "EUR")
                        .dates())
                .isEqualTo(new Dates.OpenEnded(named));
    }

    @Test
    void a_cancelled_contract_that_is_told_in_other_words_every_night_is_told_from_one_that_runs() {
        List<Stretch> stretches = of(night -> said(night, night < 3 ? null : ContractStatus.CANCELLED, 100 + night));

        assertThat(stretches.getLast().to()).isEqualTo(FIRST.plusDays(3));
    }

    @Test
    void one_that_is_cancelled_and_taken_up_by_turns_runs_on() {
        List<Stretch> stretches =
                of(night -> said(night, night % 2 == 0 ? ContractStatus.ACTIVE : ContractStatus.CANCELLED, 100));

        assertThat(stretches).isNotEmpty();
    }

    private static List<Stretch> of(IntFunction<ContractChanged> version) {
        List<ContractChanged> nightly = new ArrayList<>();
        for (int night = 0; night < NIGHTS; night++) {
            nightly.add(version.apply(night));
        }
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Stretches.of(nightly, ZoneOffset.UTC, null));
    }

    private static ContractChanged from(LocalDate startsOn, ContractChanged said) {
        return new ContractChanged(
                said.occurrence(),
                said.contractId(),
                null,
                startsOn,
                null,
                null,
                null,
                said.lines(),
                said.currency(),
                said.status(),
                null);
    }

    private static ContractChanged said(int night, @Nullable ContractStatus status, long amount) {
        return new ContractChanged(
                new Occurrence(
                        "e-" + night, "acme", FIRST.plusDays(night).atTime(2, 0).toInstant(ZoneOffset.UTC)),
                "c-1",
                null,
                FIRST,
                null,
                null,
                null,
                List.of(new ContractLine("Suite", amount)),
                "EUR",
                status,
                null,
                null,
                null);
    }
}
