package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    @Test
    void a_repeat_is_known_for_the_whole_window_however_many_come_between() {
        RecentIds ids = new RecentIds(WINDOW, 1_000_000);
        for (int minute = 0; minute <= 3 * 24 * 60; minute++) {
            long now = START + Duration.ofMinutes(minute).toMillis();
            assertThat(ids.add(minute, now)).isTrue();
            assertThat(ids.add(minute, now)).isFalse();
            if (minute >= 24 * 60) {
                assertThat(ids.add(minute - 24 * 60L, now))
                        .as("minute %d", minute)
                        .isFalse();
            }
        }
    }

    @Test
    void what_is_long_past_is_forgotten() {
        RecentIds ids = new RecentIds(WINDOW, 1_000_000);
        ids.add(1, START);
        for (int hour = 1; hour <= 48; hour++) {
            ids.add(1_000 + hour, START + Duration.ofHours(hour).toMillis());
        }

        assertThat(ids.add(1, START + Duration.ofHours(49).toMillis())).isTrue();
    }

    @Test
    void when_there_is_more_than_memory_holds_the_newest_are_known() {
        int limit = 1_000;
        RecentIds ids = new RecentIds(WINDOW, limit);
        for (int i = 0; i < 10 * limit; i++) {
            ids.add(i, START);
        }

        for (int i = 9 * limit; i < 10 * limit; i++) {
            assertThat(ids.add(i, START)).isFalse();
        }
        assertThat(ids.add(0, START)).isTrue();
    }
}
