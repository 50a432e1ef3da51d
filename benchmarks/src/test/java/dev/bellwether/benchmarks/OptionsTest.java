package dev.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<Measure> ALL = List.of(Measure.values());

    @Test
    void without_words_everything_is_measured_in_full() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(ALL, 3_000_000, 5, false, false));
    }

    @Test
    void health_is_the_group_of_all_measures_of_the_health_service() {
        assertThat(Options.of(List.of("health", "--events", "300_000", "--rounds", "2", "--anyway")))
                .isEqualTo(new Options(ALL.subList(0, 7), 300_000, 2, true, false));
    }

    @Test
    void ingest_is_the_group_of_the_measures_of_the_doors() {
        assertThat(Options.of(List.of("ingest")).measures()).containsExactly(Measure.BATCHES, Measure.SINGLES);
    }

    @Test
    void measures_are_asked_for_by_name_and_each_is_run_once_in_the_order_of_the_words() {
        assertThat(Options.of(List.of("heap", "--profile", "crowd", "heap")))
                .isEqualTo(new Options(List.of(Measure.HEAP, Measure.CROWD), 3_000_000, 5, false, true));
    }

    @Test
    void an_unknown_measure_is_refused_with_those_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("wealth")))
                .withMessage("there is no measure wealth; there are: "
                        + "health, system, ingest, renewal, throughput, streams, crowd, day, restart, heap, channel, "
                        + "alert, batches, singles, today");
    }

    @Test
    void a_number_that_is_none_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--rounds", "many")))
                .withMessageContaining("many");
    }

    @Test
    void too_few_events_to_mean_anything_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--events", "1000")))
                .withMessageContaining("1000");
    }
}
