package dev.bellwether.renewal.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.renewal.likelihood.Likelihoods;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownTest {

    private static final Period TERM = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final Stretch.Terms TERMS = new Stretch.Terms(TERM, TERM.endsOn(), 30);

    @ParameterizedTest(name = "ended on {0}, seen on {1}: {2} in {3}")
    @CsvSource({
        "2025-09-15, 2025-09-20, LOST, 2025-Q4",
        "2025-10-15, 2025-10-20, LOST, 2025-Q4",
        "2025-09-15, 2026-02-01, LOST, 2025-Q4",
        "2025-09-15, 2025-09-20, none, 2025-Q3",
        "2025-12-31, 2025-12-20, LOST, 2025-Q4",
    })
    void what_its_source_ended_before_its_decision_date_is_lost_in_that_quarter(
            LocalDate last, LocalDate today, String outlook, String quarter) {
        Stretch stretch = new Stretch(TERM.startsOn(), last, "EUR", 120_000, TERMS);
        Known known = new Known("acme", "c-1", List.of(stretch), true, null, Band.RED, Map.of(), Map.of());

        assertThat(outlook(known, quarter, today)).isEqualTo(outlook);
    }

    @ParameterizedTest(name = "heard of on {0}, seen on {1}, renews {2}: {3} in {4}")
    @CsvSource({
        "2025-12-10, 2025-12-10, false, AT_RISK, 2025-Q4",
        "2025-12-10, 2025-12-10, true, RENEWED, 2025-Q4",
        "2025-12-10, 2026-01-10, false, LOST, 2025-Q4",
        "2025-12-10, 2025-12-10, false, none, 2026-Q1",
        "2025-12-10, 2025-12-10, false, none, 2025-Q3",
        "2025-12-01, 2025-12-10, false, AT_RISK, 2025-Q4",
    })
    void a_term_first_heard_of_after_its_decision_date_was_due_on_that_date(
            LocalDate heard, LocalDate today, boolean renews, String outlook, String quarter) {
        LocalDate last = renews ? Stretch.FOREVER : TERM.endsOn();
        Stretch stretch = new Stretch(heard, last, "EUR", 120_000, new Stretch.Terms(TERM, last, 30));
        Known known = new Known("acme", "c-1", List.of(stretch), false, null, Band.RED, Map.of(), Map.of());

        assertThat(outlook(known, quarter, today)).isEqualTo(outlook);
    }

    @ParameterizedTest(name = "taken up on {0}, in a term from {1}: {2}")
    @CsvSource({
        "2026-03-01, 2026-03-01, LOST",
        "2026-03-01, 2025-01-01, LOST",
        "2026-01-29, 2025-01-01, LOST",
        "2026-01-28, 2025-01-01, RENEWED",
        "2026-01-01, 2026-01-01, RENEWED",
        "2026-01-11, 2026-01-11, LOST",
    })
    void what_lapsed_is_not_renewed_by_what_begins_after_a_gap(LocalDate from, LocalDate first, String outlook) {
        Stretch lapsed = new Stretch(TERM.startsOn(), TERM.endsOn(), "EUR", 120_000, TERMS);
        Period year = new Period(first, first.plusYears(1).minusDays(1));
        Stretch next = new Stretch(from, Stretch.FOREVER, "EUR", 120_000, new Stretch.Terms(year, Stretch.FOREVER, 30));
        Known known = new Known("acme", "c-1", List.of(lapsed, next), false, null, Band.RED, Map.of(), Map.of());

        assertThat(outlook(known, "2025-Q4", LocalDate.of(2026, 4, 1))).isEqualTo(outlook);
    }

    private static String outlook(Known known, String quarter, LocalDate today) {
        return known.in(Quarter.of(quarter).orElseThrow(), today, new Likelihoods(Map.of()))
                .map(due -> due.outlook().name())
                .orElse("none");
    }
}
