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
        "a month from the 31st,      2026-01-31, 2026-02-27, 2026-02-28, 2026-03-30",
        "a short month from the 31st,2026-01-31, 2026-02-28, 2026-03-01, 2026-03-30",
        "thirty days,                2026-01-01, 2026-01-30, 2026-01-31, 2026-03-01",
        "a year and a day,           2026-01-01, 2027-01-01, 2027-01-02, 2028-01-02",
        "one day,                    2026-01-01, 2026-01-01, 2026-01-02, 2026-01-02",
    })
    void the_next_term_has_the_same_length(
            String name, LocalDate start, LocalDate end, LocalDate nextStart, LocalDate nextEnd) {
        assertThat(new Period(start, end).next()).isEqualTo(new Period(nextStart, nextEnd));
    }

    @ParameterizedTest(name = "{0}: {1} … {2}, after {3} of them {4} … {5}")
    @CsvSource({
        "months from the 31st keep to it,       2026-01-31, 2026-02-27,  2, 2026-03-31, 2026-04-29",
        "months up to month ends keep to them,  2026-01-31, 2026-02-28,  2, 2026-03-31, 2026-04-30",
        "calendar months end with the month,    2026-01-01, 2026-01-31,  1, 2026-02-01, 2026-02-28",
        "calendar months after a year,          2026-01-01, 2026-01-31, 12, 2027-01-01, 2027-01-31",
        "thirty days never become a month,      2026-01-02, 2026-01-31,  4, 2026-05-02, 2026-05-31",
        "nor do they later,                     2026-01-02, 2026-01-31,  5, 2026-06-01, 2026-06-30",
        "nor after that,                        2026-01-02, 2026-01-31,  6, 2026-07-01, 2026-07-30",
        "April is a month and not thirty days,  2026-04-01, 2026-04-30,  1, 2026-05-01, 2026-05-31",
        "years from a leap day find it again,   2024-02-29, 2025-02-27,  4, 2028-02-29, 2029-02-27",
        "or their own way round it,             2024-02-29, 2025-02-28,  4, 2028-02-29, 2029-02-28",
        "quarters from a November's end,        2025-11-30, 2026-02-27,  1, 2026-02-28, 2026-05-29",
        "365 days in a leap year stay 365 days, 2027-06-01, 2028-05-30,  1, 2028-05-31, 2029-05-30",
    })
    void later_terms_are_counted_from_the_first(
            String name, LocalDate start, LocalDate end, int times, LocalDate laterStart, LocalDate laterEnd) {
        assertThat(new Period(start, end).repeated(times)).isEqualTo(new Period(laterStart, laterEnd));
    }

    @Test
    void terms_follow_each_other_without_gap_or_overlap() {
        for (int days = 1; days < 800; days += 7) {
            for (LocalDate start = LocalDate.of(2023, 12, 25);
                    start.isBefore(LocalDate.of(2024, 3, 5));
                    start = start.plusDays(1)) {
                Period first = new Period(start, start.plusDays(days - 1L));
                assertThat(first.repeated(0)).isEqualTo(first);
                for (int k = 0; k < 5; k++) {
                    assertThat(first.repeated(k + 1).startsOn())
                            .isEqualTo(first.repeated(k).endsOn().plusDays(1));
                }
            }
        }
    }

    @Test
    void a_term_cannot_end_before_it_starts() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-31");
    }
}
