package dev.bellwether.renewal.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.likelihood.Likelihood;
import dev.bellwether.renewal.likelihood.Place;
import dev.bellwether.renewal.likelihood.Tally;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DueTest {

    private static final Period TERM = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30));

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_terms_add_up_to_every_figure_to_the_minor_unit(long seed) {
        Random random = new Random(seed);
        List<DueTerm> terms = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            terms.add(anyTerm("a" + random.nextInt(9), "c" + i, random));
        }
        Due due = new Due(terms, Map.of("a1", "ann@bellwether.test", "a2", "ann@bellwether.test"));
        Map<DueTerm, BigInteger> expected = due.expected();

        due.parts().forEach((part, some) -> {
            Forecast forecast = Forecast.of(some);
            assertThat(sum(some.stream().map(expected::get).toList())).isEqualTo(forecast.expected());
            for (Outlook outlook : Outlook.values()) {
                assertThat(sum(some.stream()
                                .filter(term -> term.outlook() == outlook)
                                .map(term -> BigInteger.valueOf(term.arr()))
                                .toList()))
                        .isEqualTo(Objects.requireNonNull(forecast.outlooks().get(outlook))
                                .arr());
            }
        });
        // and none is told more than a minor unit wrong
        expected.forEach((term, told) -> assertThat(told.subtract(term.share()
                                .times(BigInteger.valueOf(term.arr()))
                                .rounded(0)
                                .toBigInteger())
                        .abs())
                .isLessThanOrEqualTo(BigInteger.ONE));
    }

    @Test
    void the_terms_of_a_group_are_those_of_its_part_and_no_other() {
        Random random = new Random(7);
        DueTerm large = anyTerm("a1", "c1", random);
        DueTerm small = anyTerm("a2", "c2", random);
        Due due = new Due(List.of(large, small), Map.of("a1", "SMB", "a2", "smb"));

        assertThat(due.of("SMB").terms()).containsExactly(large);
        assertThat(due.of("smb").terms()).containsExactly(small);
        assertThat(due.of("Smb").terms()).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static BigInteger sum(List<BigInteger> amounts) {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static DueTerm anyTerm(String account, String contract, Random random) {
        boolean decided = random.nextInt(3) == 0;
        int past = random.nextInt(60);
        Likelihood likelihood =
                Likelihood.of(new Place(Band.YELLOW, 30), new Tally(past, past == 0 ? 0 : random.nextInt(past)));
        Outlook outlook = decided
                ? random.nextBoolean() ? Outlook.RENEWED : Outlook.LOST
                : Outlook.values()[1 + random.nextInt(5)];
        return new DueTerm(
                account,
                contract,
                random.nextInt(4) == 0 ? "USD" : "EUR",
                TERM,
                TERM.endsOn(),
                random.nextInt(1_000_000),
                outlook,
                false,
                decided ? null : likelihood);
    }
}
