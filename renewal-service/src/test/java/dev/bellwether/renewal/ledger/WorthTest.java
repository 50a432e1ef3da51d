package dev.bellwether.renewal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.agreed.Stretches;
import dev.bellwether.contracts.agreed.Versions;
import dev.bellwether.messaging.testing.ContractCase;
import dev.bellwether.renewal.retention.Balance;
import dev.bellwether.renewal.retention.Line;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorthTest {

    @ParameterizedTest
    @MethodSource("dev.bellwether.messaging.testing.ContractCase#all")
    void a_contract_is_worth_what_it_is_for_all_services(ContractCase contract) {
        contract.worth()
                .forEach((day, worth) ->
                        assertThat(closing(contract, day)).as("%s", day).isEqualTo(worth));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZ", "XXX", "EUX"})
    void what_is_in_no_currency_is_without_value_also_where_the_account_has_one(String currency) {
        List<ContractChanged> versions = List.of(new ContractChanged(
                new Occurrence("e-1", ContractCase.ACCOUNT, Instant.parse("2026-01-01T00:00:00Z")),
                "c-1",
                null,
                LocalDate.parse("2026-01-01"),
                null,
                null,
                null,
                List.of(new ContractLine("Suite", 120_000)),
                currency,
                null,
                null));

        assertThat(Versions.fold(versions, ZoneOffset.UTC, "EUR").annualValue(null))
                .isEmpty();
        assertThat(Stretches.of(versions, ZoneOffset.UTC, "EUR"))
                .singleElement()
                .matches(stretch -> !stretch.hasCurrency());
    }

    private static Optional<Long> closing(ContractCase contract, LocalDate day) {
        return Lines.of(
                        Stretches.of(contract.versions(), ZoneOffset.UTC, null).stream()
                                .map(stretch -> new Booked(ContractCase.ACCOUNT, "c-1", stretch)),
                        day,
                        day)
                .stream()
                .map(Line::closing)
                .filter(Balance::active)
                .map(Balance::arr)
                .map(BigInteger::longValueExact)
                .findFirst();
    }
}
