package dev.bellwether.ingest.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2025-01-02T03:04:05.678Z,             2025-01-02T03:04:05.678Z",
        "2025-01-02T03:04:05Z,                 2025-01-02T03:04:05Z",
        "2025-01-02t03:04:05z,                 2025-01-02T03:04:05Z",
        "2025-01-02T03:04Z,                    2025-01-02T03:04:00Z",
        "2025-1-2T3:04:05.5Z,                  2025-01-02T03:04:05.500Z",
        "2025-01-02T03:04:05.123456+00:00,     2025-01-02T03:04:05.123456Z",
        "2025-01-02T03:04:05.123456789+02:00,  2025-01-02T01:04:05.123456789Z",
        "2025-01-02T03:04:05.000+0200,         2025-01-02T01:04:05Z",
        "2025-01-02T03:04:05-05,               2025-01-02T08:04:05Z",
        "2016-08-04 13:57:26 -0700,            2016-08-04T20:57:26Z",
        "' 2025-01-02T03:04:05Z ',             2025-01-02T03:04:05Z",
        "2025-01-02T03:04:05,                  2025-01-02T02:04:05Z",
        "2025-07-02 03:04,                     2025-07-02T01:04:00Z",
        "2025-03-30 02:30,                     2025-03-30T01:30:00Z",
        "2025-01-02,                           2025-01-01T23:00:00Z",
        "2024-02-29,                           2024-02-28T23:00:00Z",
        "1970-01-01T00:00:00Z,                 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z,                 9999-12-31T23:59:59Z"
    })
    void a_time_is_read_with_its_own_offset_or_in_the_zone(String text, Instant instant) {
        assertThat(LenientTime.read(text, BERLIN)).isEqualTo(instant);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "soon",
                "1735787045",
                "31.12.2025",
                "12/31/2025",
                "2025-13-01",
                "2025-02-29",
                "2025-02-30T00:00:00Z",
                "2025-01-01T24:00:00Z",
                "2025-01-01T25:00:00Z",
                "2025-01-01T03:60:00Z",
                "2025-01-01T03",
                "2025-01-01T03:04:05 CET",
                "2025-01-01T03:04:05Z and more",
                "1969-12-31T23:59:59Z",
                "12025-01-01T00:00:00Z",
                "-2025-01-01"
            })
    void what_is_no_time_is_not_guessed(String text) {
        assertThat(LenientTime.read(text, BERLIN)).isNull();
    }
}
