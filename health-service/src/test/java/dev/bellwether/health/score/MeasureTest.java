package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({"1234567, 1234567", "100.0, 100", "0.6666666666666666, 0.666667", "2.1123456E-4, 0.000211235", "0.0, 0"
    })
    void figures_are_shown_whole_or_with_six_digits(BigDecimal figure, String shown) {
        assertThat(Measure.shown(figure).toPlainString()).isEqualTo(shown);
        assertThat(Measure.shown(figure).toString()).doesNotContain("+");
    }

    @Test
    void a_missing_figure_is_empty() {
        var figures = Story.ofAnAccount().used("2026-03-01", "a").figures("2026-03-01");
        assertThat(Measure.TREND.of(figures)).isEmpty();
        assertThat(Measure.NPS.shown(figures)).isEmpty();
        assertThat(Measure.WAU.of(figures)).hasValue(1);
        assertThat(Measure.TICKET_SURPRISE.shown(figures)).contains(BigDecimal.ZERO);
    }

    @Test
    void no_two_figures_share_a_name() {
        assertThat(Stream.of(Measure.values()).map(Measure::figure)).doesNotHaveDuplicates();
    }

    @Test
    void a_flood_of_tickets_is_as_surprising_as_can_be_but_not_infinitely() {
        Story story = Story.ofAnAccount().used("2026-01-01", "a");
        for (int i = 0; i < 400; i++) {
            story.opened("2026-03-29", "t" + i);
        }
        assertThat(Measure.TICKET_SURPRISE.of(story.figures("2026-03-29"))).hasValue(300);
    }
}
