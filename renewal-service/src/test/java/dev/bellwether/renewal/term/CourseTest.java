package dev.bellwether.renewal.term;

import static dev.bellwether.renewal.term.Contracted.subscription;
import static dev.bellwether.renewal.term.Contracted.trial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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
        Contract contract = Contracted.subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .on("2027-02-01")
                .status(ContractStatus.CANCELLED)
                .folded();

        assertThat(on("2027-03-01", contract)).isEqualTo("churned 2026-01-01…2026-12-31");
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
