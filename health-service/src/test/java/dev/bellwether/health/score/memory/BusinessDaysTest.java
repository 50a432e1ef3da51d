package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

    @ParameterizedTest(name = "{1} in {0} is on {2}")
    @CsvSource({
        "UTC, 2026-03-01T00:00:00Z, 2026-03-01",
        "UTC, 2026-02-28T23:59:59.999999999Z, 2026-02-28",
        "Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29",
        "Europe/Berlin, 2026-03-29T21:59:59Z, 2026-03-29",
        "Europe/Berlin, 2026-03-29T22:00:00Z, 2026-03-30",
        "America/New_York, 2026-03-01T04:59:59Z, 2026-02-28",
        "Asia/Kathmandu, 2026-03-01T18:15:00Z, 2026-03-02",
        "UTC, 1969-12-31T23:59:59Z, 1969-12-31",
    })
    void a_day_is_a_calendar_day_of_the_business(ZoneId zone, Instant at, LocalDate day) {
        assertThat(new BusinessDays(zone).dateOf(at)).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"})
    void days_are_those_of_the_time_zone_rules(String zone) {
        ZoneId id = ZoneId.of(zone);
        BusinessDays days = new BusinessDays(id);
        new Random(1)
                .longs(2_000, -1_000_000_000L, 4_000_000_000L)
                .mapToObj(Instant::ofEpochSecond)
                .forEach(at -> assertThat(days.dateOf(at)).isEqualTo(LocalDate.ofInstant(at, id)));
    }

    @ParameterizedTest(name = "{0} within {1} days up to 2026-03-10: {2}")
    @CsvSource({
        "2026-03-10T23:59:59Z, 7, true",
        "2026-03-04T00:00:00Z, 7, true",
        "2026-03-03T23:59:59Z, 7, false",
        "2026-03-11T00:00:00Z, 7, false",
    })
    void a_window_holds_both_its_ends(Instant at, int length, boolean within) {
        BusinessDays days = new BusinessDays(ZoneId.of("UTC"));
        assertThat(days.isWithin(at, LocalDate.parse("2026-03-10"), length)).isEqualTo(within);
    }
}
