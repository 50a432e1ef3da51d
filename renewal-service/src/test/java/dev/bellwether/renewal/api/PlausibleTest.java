package dev.bellwether.renewal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Problem;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Profile;
import dev.bellwether.renewal.stake.Gravity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibleTest {

    private static final Account UNDATED = account("EUR", version("2026-02-01", "2026-01-01", null, null));

    @Test
    void what_a_source_said_wrongly_of_the_days_keeps_nobody_from_ending_it() {
        assertThat(pointers(version(null, null, null, ContractStatus.ENDED))).isEmpty();
        assertThat(pointers(version("2026-03-01", null, null, null))).containsExactly("/endsOn");
        assertThat(pointers(version(null, "2026-12-31", null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,",
        "JPY,",
        "CLF,",
        "XXX,/currency",
        "UYW,/currency",
        "XTS,/currency",
        "DEM,/currency",
        "EURO,/currency"
    })
    void a_currency_is_one_that_is_in_use(String currency, @Nullable String refused) {
        assertThat(pointers(version(null, null, currency, null)))
                .containsExactly(refused == null ? new String[0] : new String[] {refused});
    }

    @Test
    void lines_that_a_source_said_without_a_currency_keep_nobody_from_cancelling() {
        ContractChanged source = version("2026-01-01", "2026-12-31", null, null, List.of(new ContractLine("Suite", 1)));
        Account account = account(null, source);
        assertThat(pointers(version(null, null, null, ContractStatus.CANCELLED), account))
                .isEmpty();
        assertThat(pointers(version(null, null, "EUR", null), account)).isEmpty();
        assertThat(pointers(version(null, null, "ZZZ", null), account)).containsExactly("/currency");
        assertThat(pointers(version(null, null, null, null, List.of(new ContractLine("Suite", 2))), account))
                .containsExactly("/currency");
    }

    private static Account account(@Nullable String currency, ContractChanged version) {
        return new Account(
                "acme",
                new Profile(null, null, null, currency, null),
                null,
                List.of(),
                Gravity.of(List.of()),
                Map.of(),
                Map.of("c-1", List.of(version)),
                Map.of(),
                null);
    }

    private static List<String> pointers(ContractChanged version) {
        return pointers(version, UNDATED);
    }

    private static List<String> pointers(ContractChanged version, Account account) {
        return Plausible.problems(version, List.of(account), ZoneOffset.UTC).stream()
                .map(Problem::pointer)
                .toList();
    }

    private static ContractChanged version(
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable String currency,
            @Nullable ContractStatus status) {
        return version(startsOn, endsOn, currency, status, null);
    }

    private static ContractChanged version(
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable String currency,
            @Nullable ContractStatus status,
            @Nullable List<ContractLine> lines) {
        Instant at =
                Instant.parse(endsOn != null && startsOn != null ? "2026-01-01T08:00:00Z" : "2026-02-02T08:00:00Z");
        return new ContractChanged(
                new Occurrence("v" + at, "acme", at),
                "c-1",
                null,
                startsOn == null ? null : LocalDate.parse(startsOn),
                endsOn == null ? null : LocalDate.parse(endsOn),
                null,
                null,
                lines,
                currency,
                status,
                null);
    }
}
