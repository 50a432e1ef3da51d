package dev.bellwether.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void a_percentile_is_the_least_value_that_its_share_does_not_pass() {
        List<Long> millis = LongStream.rangeClosed(1, 200)
                .mapToObj(milli -> (201 - milli) * 1_000_000)
                .toList();

        assertThat(Percentiles.ofNanos(millis)).isEqualTo(new Percentiles(200, 100, 198, 200));
    }

    @Test
    void one_value_is_every_percentile() {
        assertThat(Percentiles.ofNanos(List.of(5_000_000L))).hasToString("p50 5 ms, p99 5 ms, most 5 ms");
    }

    @Test
    void nothing_has_no_percentiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.ofNanos(List.of()));
    }
}
