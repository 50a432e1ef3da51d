package dev.bellwether.renewal.term;

import static dev.bellwether.renewal.term.Contracted.subscription;
import static dev.bellwether.renewal.term.Contracted.trial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseTest {

    @Test
    void a_term_runs_to_the_end_of_its_last_day() {
        Contract contract = subscription("2026-01-01", "2026-12-31").folded();

        assertThat(on("2026-12-31", contract)).isEqualTo("active 2026-01-01…2026-12-31");
        assertThat(on("2027-01-01", contract)).isEqualTo("lapsed 2026-01-01…2026-12-31");
    }

    @Test
    void a_subscription_that_renews_itself_starts_a_new_term_the_next_day() {
        Contract contract =
                subscription("2026-01-01", "2026-12-31").autoRenews().folded();

        assertThat(on("2027-01-01", contract)).isEqualTo("active 2027-01-01…2027-12-31");
    }

    @Test
    void several_terms_may_pass_unseen() {
        Course course =
                Course.of(subscription("2023-01-01", "2023-12-31").autoRenews().folded(), LocalDate.of(2026, 5, 1));

        assertThat(course.ends())
                .extracting(end -> end.term().endsOn().getYear())
                .containsExactly(2023, 2024, 2025);
        assertThat(course.ends()).extracting(End::outcome).containsOnly(Outcome.RENEWED);
        assertThat(course.standing().period()).contains(period("2026-01-01", "2026-12-31"));
    }

    @Test
    void a_cancelled_contract_runs_on_and_is_churned_after_its_end() {
        Contract contract = subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .on("2026-06-01")
                .status(ContractStatus.CANCELLED)
                .folded();

        assertThat(on("2026-12-31", contract)).isEqualTo("cancelled 2026-01-01…2026-12-31");
        assertThat(on("2027-01-01", contract)).isEqualTo("churned 2026-01-01…2026-12-31");
    }

    @Test
    void a_contract_that_was_never_known_but_cancelled_is_churned_after_its_end() {
        Contracted contracted =
                Contracted.firstHeardOf("2027-02-01", "2026-01-01", "2026-12-31", ContractStatus.CANCELLED);

        assertThat(on("2027-03-01", contracted.autoRenews().folded())).isEqualTo("churned 2026-01-01…2026-12-31");
        assertThat(contracted.history().pastTerms(LocalDate.of(2027, 3, 1)))
                .singleElement()
                .satisfies(term -> assertThat(term.milestones()).hasSize(7));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "ENDED"})
    void a_stop_without_a_day_undoes_no_renewal_whether_or_not_a_status_was_said(ContractStatus stop) {
        Contracted silent = subscription("2023-01-01", "2023-12-31").autoRenews();
        Contracted spoken =
                subscription("2023-01-01", "2023-12-31").autoRenews().status(ContractStatus.ACTIVE);
        LocalDate today = LocalDate.of(2025, 6, 2);

        History history = silent.on("2025-06-01").status(stop).history();

        assertThat(history.course(today))
                .isEqualTo(spoken.on("2025-06-01").status(stop).history().course(today));
        assertThat(history.course(today).ends().stream().limit(2))
                .extracting(end -> end.term().endsOn().getYear() + " " + end.outcome())
                .containsExactly("2023 RENEWED", "2024 RENEWED");
        assertThat(history.course(today).standing().period()).contains(period("2025-01-01", "2025-12-31"));
    }

    @Test
    void what_its_source_calls_ended_the_day_after_ended_with_its_term() {
        History history = subscription("2025-01-01", "2025-12-31")
                .autoRenews()
                .on("2026-01-01")
                .status(ContractStatus.ENDED)
                .history();

        assertThat(on("2026-02-01", history.contract())).isEqualTo("lapsed 2025-01-01…2025-12-31");
        assertThat(history.pastTerms(LocalDate.of(2026, 2, 1))).singleElement().satisfies(term -> {
            assertThat(term.renewed()).isFalse();
            assertThat(term.milestones()).hasSize(7);
        });
    }

    @Test
    void a_cancellation_ends_the_term_in_which_it_falls() {
        Contract contract = subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .on("2027-03-10")
                .cancelledOn("2027-03-09")
                .folded();

        assertThat(on("2027-04-01", contract)).isEqualTo("cancelled 2027-01-01…2027-12-31");
        assertThat(on("2028-01-01", contract)).isEqualTo("churned 2027-01-01…2027-12-31");
    }

    @Test
    void a_cancellation_that_is_withdrawn_is_forgotten() {
        Contract contract = subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .cancelledOn("2026-05-01")
                .status(ContractStatus.ACTIVE)
                .folded();

        assertThat(on("2027-01-01", contract)).isEqualTo("active 2027-01-01…2027-12-31");
    }

    @Test
    void a_cancellation_that_was_withdrawn_lends_its_day_to_no_later_one() {
        Contract contract = subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .on("2026-03-10")
                .cancelledOn("2026-03-09")
                .on("2026-04-01")
                .status(ContractStatus.ACTIVE)
                .on("2027-05-01")
                .status(ContractStatus.CANCELLED)
                .folded();

        assertThat(contract.stop().cancelledOn()).isNull();
        assertThat(on("2027-06-01", contract)).isEqualTo("cancelled 2027-01-01…2027-12-31");
        assertThat(on("2028-01-01", contract)).isEqualTo("churned 2027-01-01…2027-12-31");
    }

    @Test
    void a_no_to_automatic_renewal_takes_back_no_renewal() {
        Contract contract = subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .on("2027-03-01")
                .autoRenewsNoMore()
                .folded();

        assertThat(on("2027-12-31", contract)).isEqualTo("active 2027-01-01…2027-12-31");
        assertThat(on("2028-01-01", contract)).isEqualTo("lapsed 2027-01-01…2027-12-31");
    }

    @Test
    void a_late_yes_to_automatic_renewal_corrects() {
        Contract contract = subscription("2026-01-01", "2026-12-31")
                .autoRenewsNoMore()
                .on("2027-01-05")
                .autoRenews()
                .folded();

        assertThat(on("2027-01-06", contract)).isEqualTo("active 2027-01-01…2027-12-31");
    }

    @Test
    void a_trial_lapses_and_never_renews() {
        Contract contract = trial("2026-01-01", "2026-01-14").autoRenews().folded();

        assertThat(on("2026-01-15", contract)).isEqualTo("lapsed 2026-01-01…2026-01-14");
        Contract left =
                trial("2026-01-01", "2026-01-14").cancelledOn("2026-01-05").folded();
        assertThat(on("2026-01-10", left)).isEqualTo("cancelled 2026-01-01…2026-01-14");
        assertThat(on("2026-01-15", left)).isEqualTo("lapsed 2026-01-01…2026-01-14");
    }

    @Test
    void what_the_source_calls_ended_is_over_at_once() {
        Contracted contracted = subscription("2026-01-01", "2026-12-31").on("2026-05-01");

        assertThat(on("2026-05-02", contracted.status(ContractStatus.ENDED).folded()))
                .isEqualTo("lapsed 2026-01-01…2026-12-31");
        Contracted afterCancellation = subscription("2026-01-01", "2026-12-31")
                .cancelledOn("2026-04-01")
                .status(ContractStatus.ENDED);
        assertThat(on("2026-05-02", afterCancellation.folded())).isEqualTo("churned 2026-01-01…2026-12-31");
    }

    @Test
    void drafts_and_contracts_without_dates_have_no_term() {
        Contracted draft = subscription("2026-01-01", "2026-12-31").status(ContractStatus.DRAFT);

        assertThat(on("2027-05-01", draft.folded())).isEqualTo("draft");
        assertThat(on("2027-05-01", subscription("2026-02-01", "2026-01-01").folded()))
                .isEqualTo("undated");
    }

    @Test
    void a_day_long_term_that_renewed_for_a_century_keeps_the_newest_ends_only() {
        Course course =
                Course.of(subscription("1900-01-01", "1900-01-01").autoRenews().folded(), LocalDate.of(2026, 1, 1));

        assertThat(course.ends()).hasSize(Course.MOST_ENDS);
        assertThat(course.ends().getLast().term().endsOn()).isEqualTo("2025-12-31");
    }

    private static String on(String day, Contract contract) {
        Standing standing = Course.of(contract, LocalDate.parse(day)).standing();
        return standing.status().word()
                + standing.period()
                        .map(term -> " " + term.startsOn() + "…" + term.endsOn())
                        .orElse("");
    }

    private static Period period(String startsOn, String endsOn) {
        return new Period(LocalDate.parse(startsOn), LocalDate.parse(endsOn));
    }
}
