package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.contracts.Band;
import dev.bellwether.health.score.SignalReading.Frozen;
import dev.bellwether.health.score.SignalReading.Missing;
import dev.bellwether.health.score.SignalReading.Present;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreTest {

    private static BigDecimal score(Health health) {
        return Objects.requireNonNull(health.score());
    }

    @Test
    void every_signal_is_weighed() {
        Health health = Story.ofAnAccount()
                .seats("2026-01-01", 8)
                .usedDaily("2026-01-01", "2026-03-22", "a", "b", "c", "d")
                .used("2026-03-27", "a", "b", "c")
                .invoiced("2026-02-01", "i", 100, "2026-03-13")
                .nps("2026-03-01", "a", 9)
                .csat("2026-03-01", "b", 2)
                .mentioned("2026-03-10", "-0.5")
                .pulse("2026-03-01", 4)
                .health("2026-03-29");
        // WAU 3 of 4 usual → 61.67 points · seats 4 of 8 → 70 · 2 days inactive → 100 · 16 days past due → 38.67 ·
        // no tickets → 100 · (100 + 0 + 75) ÷ 3 = 58.33 · pulse 4 → 75
        double expected = (20 * (20 + 0.25 / 0.3 * 50)
                        + 15 * 70
                        + 15 * 100
                        + 20 * (40 - 20 / 15.0)
                        + 15 * 100
                        + 10 * 175 / 3.0
                        + 5 * 75)
                / 100;
        assertThat(score(health).doubleValue()).isCloseTo(expected, within(0.005));
        assertThat(health.coverage()).isOne();
        assertThat(health.caps()).isEmpty();
        assertThat(health.base()).isEqualTo(health.score());
        assertThat(health.band(Band.UNKNOWN)).isEqualTo(Band.GREEN);
    }

    @Test
    void a_missing_figure_is_left_out_and_its_weight_spread() {
        Story story = Story.ofAnAccount().usedDaily("2026-01-01", "2026-03-29", "a", "b");
        Health health = story.health("2026-03-29");
        assertThat(health.score()).isEqualTo("100.00");
        assertThat(health.coverage()).isEqualTo(0.5);
        assertThat(health.signals())
                .filteredOn(signal -> signal instanceof Missing)
                .extracting(SignalReading::name)
                .containsExactly("adoption", "payments", "sentiment", "pulse");
        story.pulse("2026-03-29", 3);
        assertThat(score(story.health("2026-03-29")))
                .as("a neutral opinion is an opinion")
                .isEqualTo("95.45");
    }

    @Test
    void with_little_covered_the_band_is_unknown_and_the_score_still_shown() {
        Health health = Story.ofAnAccount().used("2026-03-01", "a").health("2026-03-03");
        assertThat(health.coverage()).isEqualTo(0.3);
        assertThat(health.score()).isEqualTo("100.00");
        assertThat(health.band(Band.GREEN)).isEqualTo(Band.UNKNOWN);
    }

    @Test
    void before_the_first_fact_there_is_no_score() {
        Health health = Story.ofAnAccount().used("2026-03-02", "a").health("2026-03-01");
        assertThat(health.score()).isNull();
        assertThat(health.base()).isNull();
        assertThat(health.coverage()).isZero();
        assertThat(health.signals()).hasSize(7).allMatch(signal -> signal instanceof Missing);
        assertThat(health.band(Band.RED)).isEqualTo(Band.UNKNOWN);
    }

    @Test
    void the_strongest_cap_that_holds_binds() {
        Health health = Story.ofAnAccount()
                .usedDaily("2026-01-01", "2026-01-31", "a")
                .openedUrgently("2026-03-10", "t")
                .pulse("2026-03-01", 5)
                .invoiced("2026-03-01", "i", 1, "2026-03-30")
                .health("2026-03-20");
        assertThat(health.base()).isGreaterThan(BigDecimal.valueOf(60));
        assertThat(health.score()).isEqualTo("30.00");
        assertThat(health.caps())
                .extracting(CapReading::name, CapReading::binds)
                .containsExactly(tuple("silent-28-days", true), tuple("urgent-ticket-7-days", false));
        assertThat(lost(health)).isCloseTo(70, within(0.01));
    }

    @Test
    void a_cap_above_the_base_takes_nothing() {
        Health health = Story.ofAnAccount()
                .invoiced("2026-01-01", "i", 1, "2026-01-10")
                .mentioned("2026-03-10", "-1")
                .mentioned("2026-03-10", "-1")
                .mentioned("2026-03-10", "-1")
                .mentioned("2026-03-10", "-1")
                .mentioned("2026-03-10", "-1")
                .health("2026-03-11");
        assertThat(health.score()).isEqualTo("33.33");
        assertThat(health.caps()).hasSize(1).noneMatch(CapReading::binds);
        assertThat(lost(health)).isCloseTo(66.67, within(0.01));
    }

    @Test
    void a_half_is_rounded_up() {
        Health health = Story.ofAnAccount()
                .invoiced("2026-01-01", "i", 1, "2026-01-10")
                .paid("2026-01-09", "i")
                .mentioned("2026-03-10", "-1")
                .health("2026-03-11");
        // (20 · 100 + 15 · 100 + 10 · 75) ÷ 45 = 94.444…
        assertThat(health.score()).isEqualTo("94.44");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_parts_add_up_to_what_is_missing_from_100(long seed) {
        AccountMemory memory = RandomFacts.remembered(RandomFacts.of(seed, 20 + (int) seed * 3));
        for (LocalDate day : RandomFacts.FIRST
                .datesUntil(RandomFacts.LAST.plusDays(60), Period.ofDays(5))
                .toList()) {
            Health health = Score.of(Model.defaultModel(), Sight.of(Figures.asOf(memory, day)));
            if (health.score() == null) {
                assertThat(health.coverage()).isZero();
                continue;
            }
            assertThat(lost(health)).isCloseTo(100 - health.score().doubleValue(), within(0.01));
            assertThat(health.score()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            assertThat(health.caps().stream().filter(CapReading::binds).count()).isLessThanOrEqualTo(1);
        }
    }

    private static double lost(Health health) {
        BigDecimal lost = BigDecimal.ZERO;
        for (SignalReading signal : health.signals()) {
            lost = switch (signal) {
                case Present present -> lost.add(present.lost());
                case Frozen frozen -> lost.add(frozen.lost());
                case Missing ignored -> lost;
            };
        }
        for (CapReading cap : health.caps()) {
            lost = lost.add(cap.lost());
        }
        return lost.doubleValue();
    }
}
