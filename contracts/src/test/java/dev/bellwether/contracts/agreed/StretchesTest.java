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
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StretchesTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate PRICE_SAID_ON = LocalDate.parse("2029-01-01");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    /** A price at renewal makes every word count, and says nothing of the days before it was said. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_said_again_may_be_left_out(long seed) {
        List<ContractChanged> versions = said(new Random(seed));
        List<ContractChanged> everyWord = new ArrayList<>(versions);
        everyWord.add(version(PRICE_SAID_ON, null, null, null, null, null, List.of()));

        assertThat(before(Stretches.of(versions, ZoneOffset.UTC, null)))
                .isEqualTo(before(Stretches.of(everyWord, ZoneOffset.UTC, null)));
    }

    /** Worth 100 in EUR, and from another day on of other money: what was said of the running term holds at once. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("moneySaidAfterTheNextTermWasNamed")
    void money_that_is_said_after_the_next_term_was_named_counts_at_once(
            String name, ContractChanged named, ContractChanged money, String expected) {
        LocalDate end = LocalDate.parse("2026-12-31");
        ContractChanged signed = version(FIRST, FIRST, end, false, null, lines(100), null);

        assertThat(Stretches.of(List.of(money, named, signed), ZoneOffset.UTC, null).stream()
                        .map(stretch -> stretch.from() + " " + stretch.annualAmount() + " " + stretch.currency())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    static Stream<Arguments> moneySaidAfterTheNextTermWasNamed() {
        LocalDate june = LocalDate.parse("2026-06-01");
        LocalDate october = LocalDate.parse("2026-10-01");
        LocalDate next = LocalDate.parse("2027-01-01");
        LocalDate end = LocalDate.parse("2027-12-31");
        ContractChanged named = version(june, next, end, null, null, lines(200), null);
        return Stream.of(
                Arguments.of(
                        "an upgrade",
                        named,
                        version(june.plusDays(44), null, null, null, null, lines(150), null),
                        "2026-01-01 100 EUR, 2026-07-15 150 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "an upgrade of a source that says all of it again",
                        named,
                        version(june.plusDays(44), next, end, false, null, lines(150), null),
                        "2026-01-01 100 EUR, 2026-07-15 150 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "an upgrade of what was renewed by its last day alone",
                        version(october, null, end, null, null, null, null),
                        version(october.plusDays(14), null, null, null, null, lines(150), null),
                        "2026-01-01 100 EUR, 2026-10-15 150 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "another currency alone",
                        named,
                        inCurrency(version(june.plusDays(44), null, null, null, null, null, null), "USD"),
                        "2026-01-01 100 EUR, 2026-07-15 100 USD, 2027-01-01 200 USD"),
                Arguments.of(
                        "a lower price with other dates of the next term",
                        named,
                        version(june.plusDays(44), next, end.minusMonths(1), null, null, lines(150), null),
                        "2026-01-01 100 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "nothing of money",
                        named,
                        version(june.plusDays(44), null, null, true, null, null, null),
                        "2026-01-01 100 EUR, 2027-01-01 200 EUR"));
    }

    private static List<ContractLine> lines(long amount) {
        return List.of(new ContractLine("Suite", amount));
    }

    private static ContractChanged inCurrency(ContractChanged version, String currency) {
        return new ContractChanged(
                version.occurrence(), version.contractId(), null, null, null, null, null, null, currency, null, null);
    }

    @Test
    void a_contract_that_is_told_every_night_is_folded_when_it_changes() {
        List<ContractLine> lines = List.of(new ContractLine("Suite", 120_000));
        List<ContractChanged> nightly = IntStream.range(0, 20_000)
                .mapToObj(night ->
                        version(FIRST.plusDays(night), FIRST, FIRST.plusYears(1).minusDays(1), true, null, lines, null))
                .toList();

        List<Stretch> stretches =
                assertTimeoutPreemptively(Duration.ofSeconds(15), () -> Stretches.of(nightly, ZoneOffset.UTC, null));

        assertThat(stretches).singleElement().matches(stretch -> stretch.to().equals(Stretch.FOREVER));
    }

    private static List<Stretch> before(List<Stretch> stretches) {
        return stretches.stream()
                .map(stretch -> stretch.within(LocalDate.MIN, PRICE_SAID_ON.minusDays(1)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Most say the same as the one before. */
    private static List<ContractChanged> said(Random random) {
        List<ContractChanged> versions = new ArrayList<>();
        ContractChanged last = next(random, FIRST);
        for (int day = 0; day < 900; day += 1 + random.nextInt(40)) {
            last = random.nextInt(4) == 0 ? next(random, FIRST.plusDays(day)) : again(last, FIRST.plusDays(day));
            versions.add(last);
        }
        return versions;
    }

    private static ContractChanged next(Random random, LocalDate on) {
        LocalDate start = random.nextInt(4) == 0 ? null : FIRST.plusDays(random.nextInt(-100, 700));
        int length = List.of(0, 29, 30, 364).get(random.nextInt(4));
        LocalDate end = start == null || random.nextInt(5) == 0 ? null : start.plusDays(length);
        return version(
                on,
                start,
                end,
                random.nextInt(3) == 0 ? null : random.nextBoolean(),
                random.nextInt(2) == 0 ? null : ContractStatus.values()[random.nextInt(4)],
                random.nextInt(3) == 0 ? null : List.of(new ContractLine("Suite", random.nextInt(3))),
                null);
    }

    private static ContractChanged again(ContractChanged version, LocalDate on) {
        return version(
                on,
                version.startsOn(),
                version.endsOn(),
                version.autoRenew(),
                version.status(),
                version.lines(),
                version.renewalLines());
    }

    private static ContractChanged version(
            LocalDate on,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Boolean autoRenew,
            @Nullable ContractStatus status,
            @Nullable List<ContractLine> lines,
            @Nullable List<ContractLine> renewalLines) {
        return new ContractChanged(
                new Occurrence("on-" + on, "acme", on.atTime(3, 0).toInstant(ZoneOffset.UTC)),
                "c-1",
                null,
                startsOn,
                endsOn,
                10,
                autoRenew,
                lines,
                "EUR",
                status,
                null,
                renewalLines,
                null);
    }
}
