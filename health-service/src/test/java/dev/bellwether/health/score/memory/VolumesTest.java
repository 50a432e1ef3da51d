package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class VolumesTest {

    @Test
    void quantities_add_up_exactly() {
        Volumes volumes = new Volumes();
        for (int i = 0; i < 10; i++) {
            volumes.add(100 - i % 7, new BigDecimal("0.1"));
        }
        assertThat(volumes.sum(94, 100)).isEqualTo(BigDecimal.ONE);
        assertThat(volumes.sum(95, 100)).isEqualTo(new BigDecimal("0.9"));
        assertThat(volumes.sum(200, 206)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void the_sum_is_written_the_same_whatever_the_quantities_looked_like() {
        Volumes volumes = new Volumes();
        volumes.add(1, new BigDecimal("50.00"));
        volumes.add(1, new BigDecimal("5E+1"));
        assertThat(volumes.sum(1, 1)).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void only_changed_days_are_saved_with_their_whole_total() {
        Volumes volumes = new Volumes();
        volumes.load(1, BigDecimal.TEN);
        volumes.load(2, BigDecimal.TEN);
        volumes.add(2, BigDecimal.ONE);
        volumes.add(2, BigDecimal.ONE);
        assertThat(volumes.drain()).containsExactly(new Volumes.DayVolume(2, BigDecimal.valueOf(12)));
        assertThat(volumes.drain()).isEmpty();
    }
}
