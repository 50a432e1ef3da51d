package dev.bellwether.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void the_most_frequent_come_first_with_their_share_of_all() {
        Tally tally = new Tally();
        List.of("fold", "decode", "fold", "commit").forEach(tally::add);

        assertThat(tally.count()).isEqualTo(4);
        assertThat(tally.top(2)).containsExactly("  50.0 %  fold", "  25.0 %  commit");
    }
}
