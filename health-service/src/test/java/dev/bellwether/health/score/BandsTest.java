package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

    private static final Bands BANDS = Model.defaultModel().bands();

    @ParameterizedTest(name = "{0} at {1} → {2}")
    @CsvSource({
        "UNKNOWN, 39.99, RED",
        "UNKNOWN, 40.00, YELLOW",
        "UNKNOWN, 69.99, YELLOW",
        "UNKNOWN, 70.00, GREEN",
        "RED, 41.99, RED",
        "RED, 42.00, YELLOW",
        "RED, 70.00, YELLOW",
        "RED, 71.99, YELLOW",
        "RED, 72.00, GREEN",
        "YELLOW, 39.99, RED",
        "YELLOW, 40.00, YELLOW",
        "YELLOW, 71.99, YELLOW",
        "YELLOW, 72.00, GREEN",
        "GREEN, 70.00, GREEN",
        "GREEN, 69.99, YELLOW",
        "GREEN, 40.00, YELLOW",
        "GREEN, 39.99, RED",
    })
    void a_change_for_the_better_needs_two_points_more(Band previous, BigDecimal score, Band next) {
        assertThat(BANDS.next(previous, score, 1)).isEqualTo(next);
    }

    @ParameterizedTest(name = "coverage {0} → {1}")
    @CsvSource({"0.39, UNKNOWN", "0.4, GREEN", "1, GREEN"})
    void below_a_coverage_of_two_fifths_the_band_is_unknown(double coverage, Band band) {
        assertThat(BANDS.next(Band.GREEN, new BigDecimal("80.00"), coverage)).isEqualTo(band);
    }

    @Test
    void without_a_score_the_band_is_unknown() {
        assertThat(BANDS.next(Band.RED, null, 0)).isEqualTo(Band.UNKNOWN);
    }
}
