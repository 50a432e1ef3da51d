package dev.bellwether.renewal.stake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Severity;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.likelihood.Place;
import dev.bellwether.renewal.likelihood.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReckonerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Reckoner UNKNOWING = new Reckoner(new Likelihoods(Map.of()), 120, Map.of());

    @ParameterizedTest(name = "{0} {1}, {2} days left: {3} at risk, rank {4}")
    @CsvSource({
        "1200000, EUR, 30, 600000, 200.0", // half of 12,000.00 over 30 days
        "1200000, EUR,  1, 600000, 6000.0",
        "1200000, EUR,  0, 600000, 6000.0",
        "1200000, JPY, 30, 600000, 20000.0", // no decimals
        "1200000, KWD, 30, 600000, 20.0", // three decimals
        "1200001, EUR, 30, 600001, 200.00033333333334",
        "1200000,    , 30,      0, 0.0", // of no currency it is worth nothing
    })
    void money_at_risk_over_the_days_that_are_left(
            long amount, @Nullable String currency, int daysLeft, long atRisk, double rank) {
        Exposure exposure = UNKNOWING
                .reckon(stake(amount, currency, daysLeft), Band.GREEN, TODAY)
                .orElseThrow();

        assertThat(exposure.atRisk()).isEqualTo(atRisk);
        assertThat(exposure.rank()).isEqualTo(rank);
        assertThat(exposure.likelihood().tooFew()).isTrue();
    }

    @Test
    void money_at_risk_is_exact_however_the_likelihood_is_shown() {
        var place = new Place(Band.RED, 30);
        Reckoner knowing = new Reckoner(new Likelihoods(Map.of(place, new Tally(28, 19))), 120, Map.of());

        Exposure exposure =
                knowing.reckon(stake(1_200_000, "EUR", 30), Band.RED, TODAY).orElseThrow();

        assertThat(exposure.likelihood().mean()).isEqualTo("0.6667");
        assertThat(exposure.atRisk()).isEqualTo(400_000);
    }

    @Test
    void a_rate_counts_for_the_order_and_not_for_the_money() {
        Reckoner rated = new Reckoner(new Likelihoods(Map.of()), 120, Map.of("JPY", new BigDecimal("0.006")));

        Exposure exposure =
                rated.reckon(stake(1_200_000, "JPY", 30), Band.GREEN, TODAY).orElseThrow();

        assertThat(exposure.atRisk()).isEqualTo(600_000);
        assertThat(exposure.rank()).isEqualTo(120.0);
    }

    @Test
    void it_is_looked_at_from_the_first_milestone_on_and_until_it_is_decided() {
        assertThat(UNKNOWING.reckon(stake(1, "EUR", 121), Band.RED, TODAY)).isEmpty();
        assertThat(UNKNOWING.nextOn(stake(1, "EUR", 121), TODAY)).contains(TODAY.plusDays(1));
        assertThat(UNKNOWING.nextOn(stake(1, "EUR", 200), TODAY)).contains(TODAY.plusDays(80));
        assertThat(UNKNOWING.reckon(stake(1, "EUR", 120), Band.RED, TODAY)).isPresent();
        assertThat(UNKNOWING.reckon(stake(1, "EUR", -1), Band.RED, TODAY)).isEmpty();
        assertThat(UNKNOWING.nextOn(stake(1, "EUR", -1), TODAY)).isEmpty();
        Stake mustBeRenewed = new Stake(TODAY.minusDays(1), false, 100, "EUR");
        assertThat(UNKNOWING.reckon(mustBeRenewed, Band.RED, TODAY)).isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_small_healthy_account_never_ranks_above_a_large_one_before_its_notice_date(long seed) {
        Random random = new Random(seed);
        Map<Place, Tally> past = new HashMap<>();
        for (int milestone : Likelihoods.MILESTONES) {
            past.put(new Place(Band.GREEN, milestone), new Tally(100, 80 + random.nextInt(20)));
            past.put(new Place(Band.RED, milestone), new Tally(100, 20 + random.nextInt(50)));
        }
        Reckoner knowing = new Reckoner(new Likelihoods(past), 120, Map.of());
        long small = 1_000_00L + random.nextInt(1_000_00);
        long large = 120 * small; // the list reaches 120 days ahead

        double healthy = knowing.reckon(stake(small, "EUR", 1 + random.nextInt(120)), Band.GREEN, TODAY)
                .orElseThrow()
                .rank();
        double atRisk = knowing.reckon(stake(large, "EUR", random.nextInt(121)), Band.RED, TODAY)
                .orElseThrow()
                .rank();

        assertThat(healthy).isLessThan(atRisk);
    }

    @Test
    void flags_weigh_by_the_gravest_and_then_by_their_number() {
        List<Gravity> rising = List.of(
                Gravity.of(List.of()),
                Gravity.of(List.of(Severity.LOW)),
                Gravity.of(List.of(Severity.LOW, Severity.LOW)),
                Gravity.of(List.of(Severity.HIGH)),
                Gravity.of(List.of(Severity.HIGH, Severity.LOW, Severity.INFO)),
                Gravity.of(List.of(Severity.CRITICAL)));

        assertThat(rising.stream().map(Gravity::value)).isSorted().doesNotHaveDuplicates();
        assertThat(Gravity.of(List.of(Severity.INFO))).isEqualTo(Gravity.of(List.of()));
    }

    @ParameterizedTest(name = "{0} and {1} renewed of {2}: computed {3}, disputed {4}")
    @CsvSource({
        "commit, 90, 100, commit, false",
        "commit, 70, 100, best-case, false",
        "commit, 40, 100, at-risk, true",
        "lost, 70, 100, best-case, true",
        "at risk, 5, 100, lost, false",
        "Best_Case, 5, 100, lost, true",
        "bestCase, 0, 0, at-risk, false", // too few: the red band speaks
        "commit, 0, 0, at-risk, true",
    })
    void a_call_far_from_the_figures_is_disputed_at_90_and_30_days(
            String said, int renewed, int terms, String computed, boolean disputed) {
        var likelihood = new Likelihoods(Map.of(new Place(Band.RED, 30), new Tally(terms, renewed))).of(Band.RED, 30);
        Call call = Call.of(said).orElseThrow();

        assertThat(Call.computed(likelihood, Band.RED).map(Call::word)).contains(computed);
        assertThat(Dispute.at(30, call, Band.RED, likelihood).isPresent()).isEqualTo(disputed);
        assertThat(Dispute.at(60, call, Band.RED, likelihood)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Stake stake(long amount, @Nullable String currency, int daysLeft) {
        return new Stake(TODAY.plusDays(daysLeft), true, amount, currency);
    }
}
