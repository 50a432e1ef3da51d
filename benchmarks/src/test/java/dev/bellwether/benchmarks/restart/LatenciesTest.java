package dev.bellwether.benchmarks.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void an_event_is_committed_when_the_next_offset_lies_behind_it() {
        latencies.sent(0, 10, 100);
        latencies.sent(0, 11, 110);
        latencies.committed(Map.of(0, 11L), 150);
        latencies.committed(Map.of(0, 12L), 170);

        assertThat(latencies.nanos()).containsExactly(50L, 60L);
    }

    @Test
    void partitions_have_offsets_of_their_own() {
        latencies.sent(0, 10, 100);
        latencies.sent(1, 3, 100);
        latencies.committed(Map.of(1, 5L), 130);

        assertThat(latencies.nanos()).containsExactly(30L);
    }

    @Test
    void what_waited_for_a_killed_service_is_left_out() {
        latencies.sent(0, 10, 100);
        latencies.forgetUnderWay();
        latencies.committed(Map.of(0, 11L), 9_000);

        assertThat(latencies.nanos()).isEmpty();
    }
}
