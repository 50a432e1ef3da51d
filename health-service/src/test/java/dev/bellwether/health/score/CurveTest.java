package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.health.score.Curve.Knot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        "usage-trend, -1, 0",
        "usage-trend, 0, 0",
        "usage-trend, 0.25, 10",
        "usage-trend, 0.5, 20",
        "usage-trend, 0.65, 45",
        "usage-trend, 0.8, 70",
        "usage-trend, 1, 100",
        "usage-trend, 7, 100",
        "adoption, 0, 0",
        "adoption, 0.25, 30",
        "adoption, 0.5, 70",
        "adoption, 0.8, 100",
        "adoption, 1.4, 100",
        "recency, 0, 100",
        "recency, 3, 100",
        "recency, 5, 80",
        "recency, 7, 60",
        "recency, 14, 30",
        "recency, 28, 0",
        "recency, 400, 0",
        "payments, 0, 100",
        "payments, 1, 70",
        "payments, 8, 55",
        "payments, 15, 40",
        "payments, 30, 20",
        "payments, 60, 0",
        "payments, 61, 0",
        "support-load, 0, 100",
        "support-load, 1, 100",
        "support-load, 2, 50",
        "support-load, 3, 25",
        "support-load, 4, 0",
        "support-load, 300, 0",
        "sentiment, 0, 0",
        "sentiment, 37.5, 37.5",
        "sentiment, 100, 100",
        "pulse, 1, 0",
        "pulse, 3, 50",
        "pulse, 5, 100",
    })
    void the_default_model_leads_from_figures_to_points(String signal, double figure, double points) {
        Curve curve = Model.defaultModel().signals().stream()
                .filter(known -> known.name().equals(signal))
                .findFirst()
                .orElseThrow()
                .curve();
        assertThat(curve.at(figure)).isCloseTo(points, within(1e-9));
    }

    @Test
    void knots_must_rise_and_stay_within_0_and_100() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(List.of(new Knot(1, 0), new Knot(1, 100))))
                .withMessageContaining("rise");
        assertThatIllegalArgumentException().isThrownBy(() -> new Curve(List.of(new Knot(1, 0))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Knot(1, 101)).withMessageContaining("101");
        assertThatIllegalArgumentException().isThrownBy(() -> new Knot(Double.NaN, 1));
    }
}
