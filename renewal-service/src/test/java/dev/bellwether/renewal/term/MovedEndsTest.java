package dev.bellwether.renewal.term;

import static dev.bellwether.renewal.term.Contracted.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many sources keep a customer's first day for good, and move the last one alone. */
class MovedEndsTest {

    private static final List<String> ALL = List.of(
            "120, 120 left", "90, 90 left", "60, 60 left", "30, 30 left", "14, 14 left", "7, 7 left", "1, 1 left");

    @Test
    void a_contract_renewed_by_its_last_day_alone_is_reminded_of_in_its_next_term() {
        Contracted contracted = year2025().on("2025-12-05").endsOn("2026-12-31");
        Watching watching = new Watching().lookDaily("2025-12-05", "2027-01-05", contracted);

        assertThat(watching.milestonesTold()).isEqualTo(ALL);
        assertThat(watching.endsTold()).containsExactly("Renewed c-1 2026-12-31", "Lapsed c-1 2026-12-31");
        assertThat(contracted.history().pastTerms(LocalDate.of(2025, 12, 5)))
                .singleElement()
                .matches(PastTerm::renewed);
        assertThat(term(contracted, "2026-06-01")).isEqualTo("2026-01-01…2026-12-31");
    }

    @Test
    void a_last_day_that_is_moved_on_late_or_again_and_again_is_that_of_a_next_term_too() {
        assertThat(term(year2025().on("2026-01-20").endsOn("2026-12-31"), "2026-06-01"))
                .isEqualTo("2026-01-01…2026-12-31");
        assertThat(term(
                        year2025()
                                .on("2025-11-05")
                                .endsOn("2026-12-31")
                                .on("2026-12-30")
                                .endsOn("2027-12-31"),
                        "2027-06-01"))
                .isEqualTo("2027-01-01…2027-12-31");
        assertThat(term(
                        subscription("2025-01-01", "2025-01-31")
                                .on("2025-01-30")
                                .endsOn("2025-02-28"),
                        "2025-02-05"))
                .isEqualTo("2025-02-01…2025-02-28");
    }

    @Test
    void one_that_follows_a_contract_that_renewed_by_itself_takes_no_renewal_back() {
        Contracted rolled = year2025().autoRenews().on("2026-01-02").endsOn("2026-12-31");

        assertThat(term(rolled, "2026-06-01")).isEqualTo("2026-01-01…2026-12-31");
        assertThat(rolled.history().course(LocalDate.of(2026, 6, 1)).ends())
                .extracting(end -> end.term().endsOn() + " " + end.outcome())
                .containsExactly("2025-12-31 RENEWED");
        assertThat(term(year2025().autoRenews().on("2028-12-05").endsOn("2029-12-31"), "2029-06-01"))
                .isEqualTo("2029-01-01…2029-12-31");
    }

    @Test
    void a_last_day_that_is_moved_early_or_a_little_or_back_is_a_correction() {
        assertThat(term(year2025().on("2025-05-01").endsOn("2026-12-31"), "2026-06-01"))
                .isEqualTo("2025-01-01…2026-12-31");
        assertThat(term(year2025().on("2025-12-05").endsOn("2026-01-31"), "2026-01-01"))
                .as("a month more to talk")
                .isEqualTo("2025-01-01…2026-01-31");
        assertThat(term(year2025().on("2025-12-05").endsOn("2026-12-31").endsOn("2025-12-31"), "2025-12-06"))
                .isEqualTo("2025-01-01…2025-12-31");
        assertThat(term(year2025().on("2025-12-05").endsOn("2026-12-31").endsOn("2027-12-31"), "2026-12-06"))
                .isEqualTo("2026-01-01…2027-12-31");
    }

    @Test
    void a_first_day_that_is_said_anew_counts_for_more() {
        Contracted contracted = year2025().on("2025-12-05").endsOn("2026-12-31");

        assertThat(term(contracted.on("2026-02-01").term("2025-01-01", "2026-12-31"), "2026-06-01"))
                .as("repeated")
                .isEqualTo("2026-01-01…2026-12-31");
        assertThat(term(contracted.on("2026-03-01").term("2026-01-15", "2026-12-31"), "2026-06-01"))
                .isEqualTo("2026-01-15…2026-12-31");
    }

    @Test
    void corrections_of_a_day_or_a_notice_tell_nothing_twice() {
        Contracted contracted = subscription("2025-01-01", "2025-12-31")
                .noticeDays(30)
                .on("2025-10-10")
                .term("2025-01-02", "2025-12-31")
                .on("2025-11-10")
                .term("2025-01-03", "2026-01-02")
                .on("2025-12-02")
                .noticeDays(20);
        Watching watching = new Watching().lookDaily("2025-01-01", "2026-01-02", contracted);

        assertThat(watching.milestonesTold())
                .extracting(told -> told.split("[, ]")[0])
                .containsExactly("120", "90", "60", "30", "14", "7", "1");
        assertThat(watching.endsTold()).isEmpty();
    }

    @Test
    void a_trial_that_turns_into_a_year_with_its_first_day_is_reminded_of_in_full() {
        Contracted contracted = Contracted.trial("2025-01-01", "2025-01-30")
                .on("2025-01-30")
                .kind(ContractKind.SUBSCRIPTION)
                .endsOn("2025-12-31");
        Watching watching = new Watching().lookDaily("2025-01-01", "2025-12-31", contracted);

        assertThat(watching.milestonesTold().subList(0, 3)).containsExactly("7, 7 left", "3, 3 left", "1, 1 left");
        assertThat(watching.milestonesTold()
                        .subList(3, watching.milestonesTold().size()))
                .isEqualTo(ALL);
    }

    @Test
    void a_year_that_counts_from_the_first_day_of_its_trial_stays_a_year() {
        Contracted contracted = Contracted.trial("2026-11-01", "2026-11-20")
                .on("2026-11-18")
                .kind(ContractKind.SUBSCRIPTION)
                .term("2026-11-01", "2027-10-31")
                .autoRenews();

        assertThat(term(contracted, "2026-12-01")).isEqualTo("2026-11-01…2027-10-31");
        assertThat(term(contracted, "2028-06-01")).isEqualTo("2027-11-01…2028-10-31");
    }

    @Test
    void a_year_that_counts_from_the_end_of_its_trial_begins_the_day_after() {
        assertThat(term(
                        Contracted.trial("2026-11-01", "2026-11-30")
                                .on("2026-11-18")
                                .kind(ContractKind.SUBSCRIPTION)
                                .endsOn("2027-11-30"),
                        "2026-12-05"))
                .isEqualTo("2026-12-01…2027-11-30");
    }

    private static Contracted year2025() {
        return subscription("2025-01-01", "2025-12-31").noticeDays(30);
    }

    private static String term(Contracted contracted, String day) {
        Period term = contracted
                .history()
                .course(LocalDate.parse(day))
                .standing()
                .period()
                .orElseThrow();
        return term.startsOn() + "…" + term.endsOn();
    }
}
