package dev.bellwether.renewal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.agreed.Stretches;
import dev.bellwether.messaging.testing.ContractCase;
import dev.bellwether.renewal.retention.Balance;
import dev.bellwether.renewal.retention.Line;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorthTest {

    @ParameterizedTest
    @MethodSource("dev.bellwether.messaging.testing.ContractCase#all")
    void a_contract_is_worth_what_it_is_for_all_services(ContractCase contract) {
        contract.worth()
                .forEach((day, worth) ->
                        assertThat(closing(contract, day)).as("%s", day).isEqualTo(worth));
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
