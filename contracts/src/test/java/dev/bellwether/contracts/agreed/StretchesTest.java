package dev.bellwether.contracts.agreed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_said_again_changes_nothing(long seed) {
        Random random = new Random(seed);
        List<ContractChanged> once = new ArrayList<>();
        List<ContractChanged> again = new ArrayList<>();
        for (int hour = 0; hour < 900 * 24; hour += 1 + random.nextInt(random.nextBoolean() ? 12 : 2_000)) {
            ContractChanged said = next(random, hour);
            once.add(said);
            again.add(said);
            for (int times = random.nextInt(4); times > 0; times--) {
                hour += 1 + random.nextInt(1_500);
                again.add(again(said, hour));
            }
        }
        Collections.shuffle(again, random);

        assertThat(Stretches.of(again, ZoneOffset.UTC, null)).isEqualTo(Stretches.of(once, ZoneOffset.UTC, null));
    }

    @Test
    void a_next_term_that_is_said_again_after_the_running_one_was_renewed_does_not_end_it() {
        LocalDate yearEnd = FIRST.plusYears(1).minusDays(1);
        List<ContractLine> lines = List.of(new ContractLine("Suite", 120_000));
        ContractChanged year = version(0, FIRST, yearEnd, true, null, lines);
        LocalDate next = LocalDate.parse("2027-03-01");
        ContractChanged ahead = version(313 * 24, next, LocalDate.parse("2027-11-30"), null, null, null);
        ContractChanged repeated = again(ahead, 369 * 24);

        List<Stretch> stretches = Stretches.of(List.of(year, ahead, repeated), ZoneOffset.UTC, null);

        assertThat(stretches).anyMatch(stretch -> stretch.includes(next.minusDays(1)));
        assertThat(stretches).isEqualTo(Stretches.of(List.of(year, ahead), ZoneOffset.UTC, null));
    }

    /** Worth 100 in EUR, and from another day on of other money: what was said of the running term holds at once. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("moneySaidAfterTheNextTermWasNamed")
    void money_that_is_said_after_the_next_term_was_named_counts_at_once(
            String name, ContractChanged named, ContractChanged money, String expected) {
        LocalDate end = LocalDate.parse("2026-12-31");
        ContractChanged signed = version(0, FIRST, end, false, null, lines(100));

        assertThat(Stretches.of(List.of(money, named, signed), ZoneOffset.UTC, null).stream()
                        .map(stretch -> stretch.from() + " " + stretch.annualAmount() + " " + stretch.currency())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    static Stream<Arguments> moneySaidAfterTheNextTermWasNamed() {
        int june = 151 * 24;
        int october = 273 * 24;
        LocalDate next = LocalDate.parse("2027-01-01");
        LocalDate end = LocalDate.parse("2027-12-31");
        ContractChanged named = version(june, next, end, null, null, lines(200));
        return Stream.of(
                Arguments.of(
                        "an upgrade",
                        named,
                        version(june + 44 * 24, null, null, null, null, lines(150)),
                        "2026-01-01 100 EUR, 2026-07-15 150 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "an upgrade of a source that says all of it again",
                        named,
                        version(june + 44 * 24, next, end, false, null, lines(150)),
                        "2026-01-01 100 EUR, 2026-07-15 150 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "an upgrade of what was renewed by its last day alone",
                        version(october, null, end, null, null, null),
                        version(october + 14 * 24, null, null, null, null, lines(150)),
                        "2026-01-01 100 EUR, 2026-10-15 150 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "another currency alone",
                        named,
                        inCurrency(june + 44 * 24, "USD"),
                        "2026-01-01 100 EUR, 2026-07-15 100 USD, 2027-01-01 200 USD"),
                Arguments.of(
                        "a lower price with other dates of the next term",
                        named,
                        version(june + 44 * 24, next, end.minusMonths(1), null, null, lines(150)),
                        "2026-01-01 100 EUR, 2027-01-01 150 EUR"),
                Arguments.of(
                        "nothing of money",
                        named,
                        version(june + 44 * 24, null, null, true, null, null),
                        "2026-01-01 100 EUR, 2027-01-01 200 EUR"));
    }

    private static List<ContractLine> lines(long amount) {
        return List.of(new ContractLine("Suite", amount));
    }

    private static ContractChanged inCurrency(int hour, String currency) {
        return new ContractChanged(
                said(hour), "c-1", null, null, null, null, null, null, currency, null, null, null, null);
    }

    @Test
    void a_contract_that_is_told_every_night_is_folded_when_it_changes() {
        List<ContractLine> lines = List.of(new ContractLine("Suite", 120_000));
        List<ContractChanged> nightly = IntStream.range(0, 20_000)
                .mapToObj(night -> version(night * 24, FIRST, FIRST.plusYears(1).minusDays(1), true, null, lines))
                .toList();

        List<Stretch> stretches =
                assertTimeoutPreemptively(Duration.ofSeconds(15), () -> Stretches.of(nightly, ZoneOffset.UTC, null));

        assertThat(stretches).singleElement().matches(stretch -> stretch.to().equals(Stretch.FOREVER));
    }

    private static ContractChanged next(Random random, int hour) {
        LocalDate start = maybe(random, FIRST.plusDays(random.nextInt(-100, 900)));
        LocalDate end = start == null
                ? null
                : maybe(random, start.plusDays(List.of(0, 29, 30, 364).get(random.nextInt(4))));
        return new ContractChanged(
                said(hour),
                "c-1",
                random.nextInt(6) == 0 ? ContractKind.values()[random.nextInt(2)] : null,
                start,
                end,
                maybe(random, random.nextInt(3) * 30),
                maybe(random, random.nextBoolean()),
                maybe(random, List.of(new ContractLine("Suite", random.nextInt(3)))),
                maybe(random, random.nextBoolean() ? "EUR" : "USD"),
                maybe(random, ContractStatus.values()[random.nextInt(4)]),
                random.nextInt(6) == 0 ? FIRST.plusDays(random.nextInt(900)) : null,
                null,
                null);
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private static ContractChanged again(ContractChanged version, int hour) {
        return new ContractChanged(
                said(hour),
                version.contractId(),
                version.kind(),
                version.startsOn(),
                version.endsOn(),
                version.noticeDays(),
                version.autoRenew(),
                version.lines(),
                version.currency(),
                version.status(),
                version.cancelledOn(),
                version.renewalLines(),
                version.author());
    }

    private static ContractChanged version(
            int hour,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Boolean autoRenew,
            @Nullable ContractStatus status,
            @Nullable List<ContractLine> lines) {
        return new ContractChanged(
                said(hour), "c-1", null, startsOn, endsOn, 10, autoRenew, lines, "EUR", status, null, null, null);
    }

    private static Occurrence said(int hour) {
        return new Occurrence(
                "on-" + hour, "acme", FIRST.atStartOfDay().plusHours(hour).toInstant(ZoneOffset.UTC));
    }
}
