package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.contracts.agreed.Stretches;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void a_term_that_was_over_before_it_was_taken_up_ends_once() {
        Contracted contracted = Contracted.subscription("2025-01-01", "2025-12-31")
                .on("2025-01-01")
                .autoRenews()
                .on("2025-03-01")
                .status(ContractStatus.ENDED)
                .on("2026-01-20")
                .status(ContractStatus.ACTIVE)
                .on("2026-02-10")
                .term("2025-12-01", "2027-06-30");

        assertThat(contracted.history().course(LocalDate.of(2026, 3, 1)).ends())
                .extracting(end -> end.term().endsOn())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_next_term_that_is_named_ahead_renews_the_running_one() {
        List<PastTerm> renewed = cases(Contracted.subscription("2025-01-01", "2025-12-31")
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
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2026-01-15")
                        .term("2026-01-01", "2026-12-31")))
                .containsExactly("2025 RENEWED");
    }

    @Test
    void a_corrected_date_or_a_return_after_a_gap_renews_nothing() {
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31").endsOn("2026-06-30")))
                .isEmpty();
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2026-01-15")
                        .term("2026-01-15", "2027-01-14")))
                .containsExactly("2025 LAPSED");
    }

    @Test
    void a_term_that_is_put_off_before_it_began_did_not_renew() {
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2025-11-20")
                        .term("2026-01-01", "2026-12-31")
                        .on("2025-12-15")
                        .term("2026-01-20", "2027-01-19")))
                .containsExactly("2025 LAPSED");
        assertThat(ends(Contracted.subscription("2024-01-01", "2024-12-31")
                        .on("2024-11-20")
                        .term("2025-01-01", "2025-12-31")
                        .on("2024-11-21")
                        .term("2026-01-01", "2026-12-31")))
                .as("two are named ahead")
                .containsExactly("2024 RENEWED", "2025 RENEWED");
    }

    @Test
    void it_is_told_when_the_next_term_begins_and_once() {
        History named = Contracted.subscription("2025-01-01", "2025-12-31")
                .on("2025-11-20")
                .term("2026-01-01", "2026-12-31")
                .history();
        Watching watching = new Watching().look("2025-11-20", named).look("2025-12-31", named);
        assertThat(watching.endsTold()).isEmpty();
        assertThat(Review.of(List.of(named), Map.of(), contract -> false, LocalDate.of(2025, 11, 20), 90)
                        .nextLookOn())
                .contains(LocalDate.of(2026, 1, 1));

        watching.look("2026-01-01", named).look("2026-01-02", named);

        assertThat(watching.endsTold()).containsExactly("Renewed c-1 2026-12-31");
        assertThat(watching.ends()).isEqualTo(Map.of(LocalDate.of(2025, 12, 31), Outcome.RENEWED));
    }

    @Test
    void one_that_is_named_late_corrects_the_lapse() {
        Contracted contracted = Contracted.subscription("2025-01-01", "2025-12-31");
        Watching watching = new Watching().look("2026-01-01", contracted.history());

        watching.look(
                "2026-01-05",
                contracted.on("2026-01-05").term("2026-01-01", "2026-12-31").history());

        assertThat(watching.endsTold()).containsExactly("Lapsed c-1 2025-12-31", "Renewed c-1 2026-12-31");
    }

    @Test
    void a_name_that_is_taken_back_renews_nothing() {
        History takenBack = Contracted.subscription("2025-01-01", "2025-12-31")
                .on("2025-11-20")
                .term("2026-01-01", "2026-12-31")
                .on("2025-12-01")
                .term("2025-01-01", "2025-12-31")
                .history();

        assertThat(new Watching().look("2026-01-02", takenBack).endsTold()).containsExactly("Lapsed c-1 2025-12-31");
    }

    @Test
    void what_ended_before_the_next_term_began_did_not_renew() {
        History ended = Contracted.subscription("2025-01-01", "2025-12-31")
                .on("2025-11-20")
                .term("2026-01-01", "2026-12-31")
                .on("2025-12-10")
                .status(ContractStatus.ENDED)
                .history();

        assertThat(new Watching().look("2026-01-02", ended).endsTold()).containsExactly("Lapsed c-1 2026-12-31");
    }

    @Test
    void a_contract_that_is_told_every_night_is_folded_when_it_changes() {
        Contracted contracted = Contracted.subscription("2026-01-01", "2026-12-31");
        for (int night = 0; night < 20_000; night++) {
            contracted.on(LocalDate.of(2026, 1, 1).plusDays(night).toString()).say(ContractStatus.ACTIVE, null);
        }

        assertTimeoutPreemptively(Duration.ofSeconds(15), contracted::history);
    }

    @Test
    void one_look_finds_what_two_would_have_found() {
        assertThat(ends(silent().on("2026-01-01").term("2026-01-01", "2026-12-31")))
                .as("named on the day on which it renewed by itself")
                .containsExactly("2023 RENEWED", "2024 RENEWED", "2025 RENEWED");
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31")
                        .cancelledOn("2025-06-01")
                        .on("2026-01-30")
                        .status(ContractStatus.ACTIVE)
                        .term("2026-01-30", "2027-01-29")))
                .as("cancelled, over, and back")
                .containsExactly("2025 CHURNED");
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2026-01-30")
                        .status(ContractStatus.DRAFT)))
                .as("a draft of what ran")
                .containsExactly("2025 LAPSED");
    }

    @Test
    void what_was_over_long_before_it_is_taken_up_again_stays_as_it_ended() {
        Contracted contracted = Contracted.subscription("2023-01-01", "2023-12-31")
                .autoRenews()
                .on("2024-06-01")
                .status(ContractStatus.CANCELLED)
                .on("2026-01-20")
                .status(ContractStatus.ACTIVE);
        assertThat(ends(contracted)).containsExactly("2023 RENEWED", "2024 CHURNED");
        assertThat(contracted.history().course(LocalDate.of(2026, 2, 1)).standing())
                .isEqualTo(new Standing.Active(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))));
        assertThat(contracted.history().pastTerms(LocalDate.of(2026, 2, 1)))
                .extracting(PastTerm::renewed)
                .containsExactly(true, false);

        assertThat(ends(contracted.on("2026-01-25").term("2026-01-25", "2027-01-24")))
                .as("and a next term is named then")
                .containsExactly("2023 RENEWED", "2024 CHURNED");
        assertThat(ends(Contracted.subscription("2023-01-01", "2023-12-31")
                        .on("2025-03-01")
                        .autoRenews()))
                .as("by a yes to automatic renewal")
                .containsExactly("2023 LAPSED", "2025 RENEWED");
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2026-01-20")
                        .autoRenews()))
                .as("soon after")
                .containsExactly("2025 RENEWED");
    }

    @Test
    void a_next_term_that_is_drafted_leaves_the_running_one_running() {
        Contracted contracted = Contracted.subscription("2025-01-01", "2025-12-31")
                .on("2025-10-01")
                .term("2026-01-01", "2026-12-31")
                .status(ContractStatus.DRAFT)
                .on("2025-11-01")
                .noticeDays(10);
        Watching watching = new Watching().lookDaily("2025-09-01", "2025-12-10", contracted);

        assertThat(watching.milestonesTold())
                .containsExactly("120, 120 left", "90, 90 left", "60, 60 left", "30, 30 left");
        assertThat(days(contracted)).isEqualTo("2025-01-01…2025-12-31");
        contracted.on("2025-12-15").status(ContractStatus.ACTIVE);
        assertThat(ends(contracted)).containsExactly("2025 RENEWED");
        assertThat(days(contracted)).isEqualTo("2025-01-01…2026-12-31");
        assertThat(ends(Contracted.subscription("2025-01-01", "2025-12-31")
                        .on("2025-10-01")
                        .term("2026-01-01", "2026-12-31")
                        .status(ContractStatus.DRAFT)))
                .as("never agreed")
                .containsExactly("2025 LAPSED");
    }

    /** The days on which it ran by the ledger, which are without a gap here. */
    private static String days(Contracted contracted) {
        List<Stretch> stretches = Stretches.of(contracted.versions(), ZoneOffset.UTC, null);
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).from())
                    .isEqualTo(stretches.get(i - 1).to().plusDays(1));
        }
        return stretches.getFirst().from() + "…" + stretches.getLast().to();
    }

    @Test
    void the_old_term_is_counted_by_the_notice_that_held_for_it() {
        assertThat(cases(Contracted.subscription("2025-01-01", "2025-10-31")
                        .on("2025-11-15")
                        .noticeDays(90)
                        .term("2025-11-15", "2026-11-14")))
                .singleElement()
                .satisfies(term -> assertThat(term.milestones())
                        .extracting(Milestone::decisionOn)
                        .containsOnly(LocalDate.of(2025, 10, 31)));
    }

    @Test
    void term_after_term_may_be_named_and_the_last_renew_by_itself() {
        History contract = Contracted.subscription("2023-01-01", "2023-12-31")
                .on("2023-12-01")
                .term("2024-01-01", "2024-12-31")
                .on("2024-12-01")
                .autoRenews()
                .term("2025-01-01", "2025-12-31")
                .history();

        Finding finding = Finding.of(contract, Past.NONE, false, LocalDate.of(2026, 2, 1));

        assertThat(finding.ends())
                .extracting(end -> end.term().endsOn().getYear() + " " + end.outcome())
                .containsExactly("2023 RENEWED", "2024 RENEWED", "2025 RENEWED");
        assertThat(contract.pastTerms(LocalDate.of(2026, 2, 1)))
                .extracting(PastTerm::endsOn)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void those_that_renewed_by_themselves_stay_renewed_when_a_later_term_is_named() {
        List<String> three = List.of("2023 RENEWED", "2024 RENEWED", "2025 RENEWED");

        assertThat(ends(silent())).isEqualTo(three);
        assertThat(ends(silent().on("2025-06-01").term("2025-01-01", "2025-12-31")))
                .as("the running term is named")
                .isEqualTo(three);
        assertThat(ends(silent().on("2025-11-01").term("2026-01-01", "2026-12-31")))
                .as("the next term is named")
                .isEqualTo(three);
        assertThat(ends(silent().on("2025-06-01").term("2024-01-01", "2025-12-31")))
                .as("the running term is longer than it seemed")
                .containsExactly("2023 RENEWED", "2025 RENEWED");
        assertThat(ends(silent().on("2025-06-01").term("2022-01-01", "2023-12-31")))
                .as("all of them are")
                .containsExactly("2023 RENEWED", "2025 RENEWED");
    }

    private static Contracted silent() {
        return Contracted.subscription("2023-01-01", "2023-12-31").autoRenews();
    }

    private static List<String> ends(Contracted contracted) {
        return Finding.of(contracted.history(), Past.NONE, false, LocalDate.of(2026, 2, 1)).ends().stream()
                .map(end -> end.term().endsOn().getYear() + " " + end.outcome())
                .toList();
    }

    private static List<PastTerm> cases(Contracted contracted) {
        return contracted.history().pastTerms(LocalDate.of(2025, 11, 20));
    }
}
