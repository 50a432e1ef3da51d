package dev.bellwether.health.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.score.feed.Feed;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lagging service is not a silent feed. */
class KnownUpToTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final KnownUpTo known = new KnownUpTo();

    @Test
    void when_all_is_consumed_all_is_known() {
        assertThat(look(0, Map.of(0, 10L, 1, 7L), Map.of(0, 10L, 1, 7L))).isEqualTo(NOON);
        assertThat(look(1, Map.of(), Map.of())).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void while_one_partition_lags_nothing_new_is_known() {
        assertThat(look(0, Map.of(0, 10L, 1, 7L), Map.of(0, 10L, 1, 6L))).isEqualTo(Instant.EPOCH);
        assertThat(look(1, Map.of(0, 10L, 1, 7L), Map.of(0, 10L))).isEqualTo(Instant.EPOCH);
        assertThat(look(2, Map.of(0, 10L, 1, 7L), Map.of(0, 10L, 1, 7L))).isEqualTo(NOON.plusSeconds(120));
        assertThat(look(3, Map.of(0, 99L, 1, 7L), Map.of(0, 10L, 1, 7L))).isEqualTo(NOON.plusSeconds(120));
    }

    @Test
    void behind_a_log_that_never_ends_what_was_there_a_while_ago_becomes_known() {
        look(0, Map.of(0, 100L), Map.of(0, 90L));
        assertThat(look(1, Map.of(0, 200L), Map.of(0, 99L))).isEqualTo(Instant.EPOCH);
        assertThat(look(2, Map.of(0, 300L), Map.of(0, 150L))).isEqualTo(NOON);
        assertThat(look(3, Map.of(0, 400L), Map.of(0, 300L))).isEqualTo(NOON.plusSeconds(120));
    }

    private Instant look(int minute, Map<Integer, Long> ends, Map<Integer, Long> consumed) {
        return known.of(Feed.USAGE, ends, consumed, NOON.plusSeconds(60L * minute));
    }
}
