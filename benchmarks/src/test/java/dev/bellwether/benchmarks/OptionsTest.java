package dev.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_words_everything_is_measured_in_full() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(List.of(Measure.values()), 3_000_000, 5, false));
    }

    @Test
    void a_measure_is_asked_for_by_its_name() {
        assertThat(Options.of(List.of("health", "--events", "300_000", "--rounds", "2", "--anyway")))
                .isEqualTo(new Options(List.of(Measure.HEALTH), 300_000, 2, true));
    }

    @Test
    void an_unknown_measure_is_refused_with_those_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("wealth")))
                .withMessageContaining("wealth")
                .withMessageContaining("health");
    }

    @Test
    void a_number_that_is_none_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--rounds", "many")))
                .withMessageContaining("many");
    }
}
