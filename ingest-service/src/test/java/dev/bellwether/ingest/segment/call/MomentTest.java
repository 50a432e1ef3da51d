package dev.bellwether.ingest.segment.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {

    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-01-02T03:04:05.678Z, 2025-01-02T03:04:05.678Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "2025-1-2T3:04:05.5+02:00, 2025-01-02T01:04:05.500Z",
        "2025-01-02 03:04,         2025-01-02T03:04:00Z",
        "2025-13-01T00:00:00.000Z,",
        "2025-02-29T00:00:00.000Z,",
        "2025-0a-01T00:00:00.000Z,",
        "2025-01-02T03:04:05.-12Z,",
        "1735787045,"
    })
    void what_nearly_all_clients_send_is_read_as_everything_else(String text, @Nullable Instant instant) {
        assertThat(Moment.parse(text)).isEqualTo(instant);
    }

    @Test
    void a_clock_that_is_off_is_corrected_by_what_it_is_off() {
        Instant sent = NOW.minusSeconds(3600);

        assertThat(Moment.of(sent.minusSeconds(10), sent, NOW)).isEqualTo(NOW.minusSeconds(10));
        assertThat(Moment.of(NOW.plusSeconds(3590), NOW.plusSeconds(3600), NOW)).isEqualTo(NOW.minusSeconds(10));
    }

    @Test
    void the_way_of_a_request_is_not_taken_for_a_wrong_clock() {
        Instant event = Instant.parse("2023-01-01T00:00:00Z");

        assertThat(Moment.of(event, NOW.minusMillis(4999), NOW)).isEqualTo(event);
        assertThat(Moment.of(event, NOW.plusMillis(4999), NOW)).isEqualTo(event);
    }

    @Test
    void what_is_missing_is_made_up_for() {
        assertThat(Moment.of(null, NOW, NOW)).isEqualTo(NOW);
        assertThat(Moment.of(NOW.minusSeconds(60), null, NOW)).isEqualTo(NOW.minusSeconds(60));
    }
}
