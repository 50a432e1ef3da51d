package dev.bellwether.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest(name = "{0}: {1} … {2}, then {3} … {4}")
    @CsvSource({
        "a calendar year,            2026-01-01, 2026-12-31, 2027-01-01, 2027-12-31",
        "a year into a leap year,    2027-03-15, 2028-03-14, 2028-03-15, 2029-03-14",
        "a year from a leap day,     2024-02-29, 2025-02-28, 2025-03-01, 2026-02-28",
        "three years,                2023-07-01, 2026-06-30, 2026-07-01, 2029-06-30",
        "a quarter,                  2026-01-01, 2026-03-31, 2026-04-01, 2026-06-30",
        "a month,                    2026-01-01, 2026-01-31, 2026-02-01, 2026-02-28",
        "a month from the 31st,      2026-01-31, 2026-02-27, 2026-02-28, 2026-03-27",
        "a short month from the 31st,2026-01-31, 2026-02-28, 2026-03-01, 2026-03-31",
        "thirty days,                2026-01-01, 2026-01-30, 2026-01-31, 2026-03-01",
        "a year and a day,           2026-01-01, 2027-01-01, 2027-01-02, 2028-01-02",
        "one day,                    2026-01-01, 2026-01-01, 2026-01-02, 2026-01-02",
    })
    void the_next_term_has_the_same_length(
            String name, LocalDate start, LocalDate end, LocalDate nextStart, LocalDate nextEnd) {
        assertThat(new Period(start, end).next()).isEqualTo(new Period(nextStart, nextEnd));
    }

    @Test
    void a_term_cannot_end_before_it_starts() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-31");
    }
}
