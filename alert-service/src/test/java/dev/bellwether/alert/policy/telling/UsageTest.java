package dev.bellwether.alert.policy.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_summary_that_a_clock_told_which_was_set_back_since_holds_nobody_back() {
        assertThat(summarisedAt(NOON.plus(Duration.ofHours(2))).summarised(NOON))
                .isEmpty();
    }

    @Test
    void one_of_a_process_whose_clock_is_a_little_ahead_counts() {
        assertThat(summarisedAt(NOON.plusMillis(300)).summarised(NOON)).contains(NOON.plusMillis(300));
        assertThat(summarisedAt(NOON.minusSeconds(60)).summarised(NOON)).contains(NOON.minusSeconds(60));
    }

    private static Usage summarisedAt(Instant at) {
        return new Usage(1, List.of(at), Optional.of(at));
    }
}
