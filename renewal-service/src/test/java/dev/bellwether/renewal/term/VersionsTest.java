package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VersionsTest {

    @Test
    void of_each_field_the_newest_word_counts() {
        Contract contract = Contracted.subscription("2026-01-01", "2026-12-31")
                .noticeDays(30)
                .endsOn("2027-03-31")
                .noticeDays(60)
                .folded();

        assertThat(contract.period()).isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 3, 31)));
        assertThat(contract.noticeDays()).isEqualTo(60);
        assertThat(contract.annualValue(null)).containsEntry("EUR", 120_000L);
    }

    @Test
    void a_running_contract_that_names_its_cancellation_is_cancelled() {
        Contracted contracted =
                Contracted.subscription("2026-01-01", "2026-12-31").autoRenews();
        Contract contract =
                contracted.say(ContractStatus.ACTIVE, LocalDate.of(2026, 6, 30)).folded();

        assertThat(contract.status()).isEqualTo(ContractStatus.CANCELLED);
        assertThat(contract.renewsAfter(Objects.requireNonNull(contract.period())))
                .isFalse();
        assertThat(contracted.status(ContractStatus.ACTIVE).folded().status()).isEqualTo(ContractStatus.ACTIVE);
    }

    @Test
    void on_equal_instants_the_larger_event_id_counts() {
        ContractChanged smaller = version("a", Instant.EPOCH, 10);
        ContractChanged larger = version("b", Instant.EPOCH, 20);

        assertThat(fold(List.of(smaller, larger)).noticeDays()).isEqualTo(20);
        assertThat(fold(List.of(larger, smaller)).noticeDays()).isEqualTo(20);
    }

    @Test
    void without_dates_or_with_impossible_ones_there_is_no_term() {
        assertThat(fold(List.of(version("a", Instant.EPOCH, 10))).period()).isNull();
        assertThat(Contracted.subscription("2026-01-01", "2025-12-31").folded().period())
                .isNull();
        assertThat(Contracted.subscription("2026-01-01", "+99999-12-31")
                        .folded()
                        .period())
                .isNull();
    }

    @Test
    void the_day_of_a_word_is_counted_in_the_accounts_time_zone() {
        ContractChanged lateInTheEvening = version("a", Instant.parse("2026-01-01T03:00:00Z"), 10);

        Contract contract = Versions.fold(List.of(lateInTheEvening), ZoneId.of("America/New_York"), null);

        assertThat(contract.stop().said()).containsOnlyKeys(LocalDate.of(2025, 12, 31));
    }

    @Test
    void the_currency_of_the_account_stands_in() {
        ContractChanged without = version("a", Instant.EPOCH, 10);

        assertThat(Versions.fold(List.of(without), ZoneOffset.UTC, "CHF").annualValue(null))
                .containsExactly(java.util.Map.entry("CHF", 500L));
        assertThat(fold(List.of(without)).annualValue(null)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_order_and_repetition_of_versions_is_the_same_contract(long seed) {
        Random random = new Random(seed);
        List<ContractChanged> versions = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            versions.add(anyVersion("e" + i, random));
        }
        Contract expected = fold(versions);
        List<ContractChanged> arrived = new ArrayList<>(versions);
        for (int i = 0; i < random.nextInt(6); i++) {
            arrived.add(versions.get(random.nextInt(versions.size())));
        }

        Collections.shuffle(arrived, random);

        assertThat(fold(arrived)).isEqualTo(expected);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Contract fold(List<ContractChanged> versions) {
        return Versions.fold(versions, ZoneOffset.UTC, null);
    }

    private static ContractChanged version(String id, Instant at, int noticeDays) {
        return new ContractChanged(
                new Occurrence(id, "acme", at),
                "c-1",
                null,
                null,
                null,
                noticeDays,
                null,
                List.of(new ContractLine("Suite", 500)),
                null,
                ContractStatus.ACTIVE,
                null);
    }

    /** Few instants and many gaps, so that ties and unsaid fields are common. */
    private static ContractChanged anyVersion(String id, Random random) {
        LocalDate start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(40));
        return new ContractChanged(
                new Occurrence(id, "acme", Instant.EPOCH.plusSeconds(random.nextInt(4) * 50_000L)),
                "c-1",
                maybe(random, ContractKind.values()[random.nextInt(2)]),
                maybe(random, start),
                maybe(random, start.plusDays(random.nextInt(400))),
                maybe(random, random.nextInt(90)),
                maybe(random, random.nextBoolean()),
                maybe(random, List.of(new ContractLine("p" + random.nextInt(3), random.nextInt(1000)))),
                maybe(random, random.nextBoolean() ? "EUR" : "USD"),
                maybe(random, ContractStatus.values()[random.nextInt(4)]),
                maybe(random, start.plusDays(random.nextInt(100))));
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
