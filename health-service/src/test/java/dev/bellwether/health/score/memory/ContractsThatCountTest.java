package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.health.score.figure.ContractValue;
import dev.bellwether.messaging.testing.ContractCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts of contracts on a day is the same here as for renewals. */
class ContractsThatCountTest {

    private static final long MOST = 999_999_999_999_999_999L;

    private final Facts facts = new Facts(Settings.in(ZoneOffset.UTC));

    @ParameterizedTest
    @MethodSource("dev.bellwether.messaging.testing.ContractCase#all")
    void a_contract_is_worth_what_it_is_for_all_services(ContractCase contract) {
        contract.versions().forEach(facts::add);

        contract.worth()
                .forEach((day, worth) -> assertThat(Optional.ofNullable(
                                ContractValue.asOf(facts, day).arr()))
                        .as("%s", day)
                        .isEqualTo(worth));
    }

    @Test
    void what_has_no_end_and_was_cancelled_counts_until_the_notice_is_over() {
        say("2026-01-01", "2026-01-01", null, null, null);
        say("2026-05-01", null, null, ContractStatus.CANCELLED, "2026-05-01");

        assertThat(arr("2026-05-31")).isEqualTo(120_000);
        assertThat(arr("2026-06-01")).isNull();
    }

    @Test
    void without_a_currency_it_is_in_that_of_its_account() {
        facts.add(new AccountDescribed(
                at("2026-01-01"), null, null, null, null, null, "CHF", null, null, Map.of(), null, null, null));
        say("2026-01-01", "2026-01-01", "2026-12-31", null, null);

        assertThat(value("2026-05-31").currency()).isEqualTo("CHF");
    }

    @Test
    void a_day_of_cancellation_is_forgotten_once_the_contract_is_taken_up_again() {
        say("2026-01-01", "2026-01-01", null, ContractStatus.CANCELLED, "2026-02-01");
        say("2026-02-10", null, null, ContractStatus.ACTIVE, null);

        assertThat(arr("2026-12-31")).isEqualTo(120_000);
    }

    @Test
    void what_contracts_are_worth_is_told_anew_when_the_account_is_another() {
        say("2026-01-01", "2026-01-01", "2026-12-31", null, null);
        assertThat(value("2026-05-31").currency()).isNull();

        facts.add(new AccountDescribed(
                at("2026-02-01"), null, null, null, null, null, "CHF", null, null, Map.of(), null, null, null));

        assertThat(value("2026-05-31").currency()).isEqualTo("CHF");
        assertThat(value("2026-01-31").currency()).isNull();
    }

    @Test
    void what_no_64_bits_hold_is_not_told_wrongly() {
        for (int contract = 1; contract <= 10; contract++) {
            assertThat(arr("2026-05-31")).isEqualTo(contract == 1 ? null : (contract - 1) * MOST);
            runs("c-" + contract, MOST);
        }

        assertThat(arr("2026-05-31")).isNull();
        assertThat(value("2026-05-31").currency()).isEqualTo("EUR");
    }

    private void runs(String contractId, long annualAmount) {
        facts.add(new ContractChanged(
                at("2026-01-01"),
                contractId,
                null,
                day("2026-01-01"),
                null,
                null,
                null,
                List.of(new ContractLine("Suite", annualAmount)),
                "EUR",
                null,
                null));
    }

    private @Nullable Long arr(String day) {
        return value(day).arr();
    }

    private ContractValue value(String day) {
        return ContractValue.asOf(facts, LocalDate.parse(day));
    }

    private void say(
            String on,
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable ContractStatus status,
            @Nullable String cancelledOn) {
        boolean first = startsOn != null;
        facts.add(new ContractChanged(
                at(on),
                "c-1",
                null,
                day(startsOn),
                day(endsOn),
                30,
                null,
                first ? List.of(new ContractLine("Suite", 120_000)) : null,
                first && endsOn == null ? "EUR" : null,
                status,
                day(cancelledOn)));
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static Occurrence at(String day) {
        return new Occurrence(UUID.randomUUID().toString(), "acme", Instant.parse(day + "T12:00:00Z"));
    }
}
