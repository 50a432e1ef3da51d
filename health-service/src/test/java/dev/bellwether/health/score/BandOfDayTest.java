package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandOfDayTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "41, 39, RED",
        "41, 43, YELLOW",
        "41, 71, YELLOW",
        "71, 39, YELLOW",
        "71, 69, YELLOW",
        "71, 73, GREEN",
        "71, none, GREEN",
        "41, none, YELLOW"
    })
    void within_two_points_above_a_threshold_the_day_before_decides(String score, String before, Band band) {
        Health yesterday = scored(before);

        assertThat(BandOfDay.of(
                        TODAY,
                        scored(score),
                        day -> day.equals(TODAY.minusDays(1)) ? yesterday : scored("none"),
                        new BandTrail()))
                .isEqualTo(band);
    }

    @Test
    void a_long_time_within_them_is_followed_back_to_its_beginning() {
        LocalDate fell = TODAY.minusDays(100);

        assertThat(BandOfDay.of(TODAY, scored("41"), day -> scored(day.isBefore(fell) ? "30" : "41"), new BandTrail()))
                .isEqualTo(Band.RED);
    }

    @Test
    void a_day_that_was_looked_at_is_not_asked_for_again_until_it_changes() {
        BandTrail trail = new BandTrail();
        LocalDate fell = TODAY.minusDays(20);
        Function<LocalDate, Health> earlier = day -> scored(day.isBefore(fell) ? "30" : "41");
        assertThat(BandOfDay.of(TODAY, scored("41"), earlier, trail)).isEqualTo(Band.RED);

        trail.changedFrom(TODAY.minusDays(2).toEpochDay());
        List<LocalDate> asked = new ArrayList<>();
        Band band = BandOfDay.of(
                TODAY,
                scored("41"),
                day -> {
                    asked.add(day);
                    return scored("41");
                },
                trail);

        assertThat(band).isEqualTo(Band.RED);
        assertThat(asked).containsExactly(TODAY.minusDays(1), TODAY.minusDays(2));
    }

    @Test
    void with_other_outages_every_day_is_asked_for_again() {
        BandTrail trail = new BandTrail();
        BandOfDay.of(TODAY, scored("41"), day -> scored("30"), trail);

        trail.outages(7);

        assertThat(BandOfDay.of(TODAY, scored("41"), day -> scored("50"), trail))
                .isEqualTo(Band.YELLOW);
    }

    @Test
    void elsewhere_no_earlier_day_is_asked_for() {
        assertThat(BandOfDay.of(
                        TODAY,
                        scored("42"),
                        day -> {
                            throw new AssertionError("asked for " + day);
                        },
                        new BandTrail()))
                .isEqualTo(Band.YELLOW);
    }

    private static Health scored(String score) {
        BigDecimal value = score.equals("none") ? null : new BigDecimal(score);
        return new Health(
                1, value, value, value == null ? 0 : 1, Model.defaultModel().bands(), List.of(), List.of());
    }
}
