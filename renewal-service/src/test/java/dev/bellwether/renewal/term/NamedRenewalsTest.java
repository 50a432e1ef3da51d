package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedRenewalsTest {

    @Test
    void a_next_term_that_is_named_ahead_renews_the_running_one() {
        List<PastTerm> renewed = of(Contracted.subscription("2025-01-01", "2025-12-31")
                .on("2025-11-20")
                .term("2026-01-01", "2026-12-31"));

        assertThat(renewed).singleElement().satisfies(term -> {
            assertThat(term.renewed()).isTrue();
            assertThat(term.endsOn()).isEqualTo(LocalDate.of(2025, 12, 31));
            assertThat(term.milestones()).extracting(Milestone::days).containsExactly(120, 90, 60);
        });
    }

    @Test
    void one_that_is_named_late_but_leaves_no_gap_does_too() {
        assertThat(of(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2026-01-15")
                        .term("2026-01-01", "2026-12-31")))
                .hasSize(1);
    }

    @Test
    void a_corrected_date_or_a_return_after_a_gap_renews_nothing() {
        assertThat(of(Contracted.subscription("2025-01-01", "2025-12-31").endsOn("2026-06-30")))
                .isEmpty();
        assertThat(of(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2026-02-15")
                        .term("2026-02-15", "2027-02-14")))
                .isEmpty();
    }

    private static List<PastTerm> of(Contracted contracted) {
        return NamedRenewals.of(contracted.versions(), ZoneOffset.UTC);
    }
}
