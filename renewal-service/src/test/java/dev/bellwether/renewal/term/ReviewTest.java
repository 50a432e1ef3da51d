package dev.bellwether.renewal.term;

import static dev.bellwether.renewal.term.Contracted.subscription;
import static dev.bellwether.renewal.term.Contracted.trial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Term;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewTest {

    /** Decision on 2026-12-01. */
    private final Contract yearly =
            subscription("2026-01-01", "2026-12-31").noticeDays(30).folded();

    @Test
    void each_milestone_is_told_on_its_day_and_once() {
        Watching watching = new Watching();

        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            watching.look(day, yearly).look(day, yearly);
        }

        assertThat(watching.milestonesTold())
                .containsExactly(
                        "120, 120 left",
                        "90, 90 left",
                        "60, 60 left",
                        "30, 30 left",
                        "14, 14 left",
                        "7, 7 left",
                        "1, 1 left");
    }

    @Test
    void of_missed_milestones_the_nearest_is_told_late_and_the_others_never() {
        Watching watching = new Watching()
                .look("2026-08-03", yearly)
                .look("2026-10-15", yearly)
                .look("2026-10-16", yearly);

        assertThat(watching.milestonesTold()).containsExactly("120, 120 left", "60 late, 47 left");
        assertThat(watching.noted().milestones())
                .containsEntry(
                        new Milestone(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 1), 90),
                        new Past.Mark(Noted.SKIPPED, LocalDate.of(2026, 10, 15)));
    }

    @Test
    void a_contract_first_seen_late_tells_its_nearest_milestone() {
        assertThat(new Watching().look("2026-11-20", yearly).milestonesTold()).containsExactly("14 late, 11 left");
        assertThat(new Watching().look("2026-12-01", yearly).milestonesTold()).containsExactly("1 late, 0 left");
    }

    @Test
    void what_comes_while_the_account_is_gone_is_told_late_when_it_is_back() {
        Watching watching = new Watching()
                .look("2026-10-02", yearly)
                .gone(true)
                .look("2026-11-01", yearly)
                .gone(false)
                .look("2026-11-02", yearly);

        assertThat(watching.milestonesTold()).containsExactly("60, 60 left", "30 late, 29 left");
    }

    @Test
    void after_the_decision_date_no_milestone_is_told() {
        assertThat(new Watching().look("2026-12-02", yearly).milestonesTold()).isEmpty();
    }

    @Test
    void a_trial_is_left_alone_in_its_first_half() {
        Contract fortnight = trial("2026-03-01", "2026-03-14").folded();
        Watching watching = new Watching();

        for (int day = 1; day <= 14; day++) {
            watching.look(LocalDate.of(2026, 3, day), fortnight);
        }

        assertThat(watching.milestonesTold()).containsExactly("3, 3 left", "1, 1 left");
        assertThat(new Watching()
                        .look("2026-03-23", trial("2026-03-01", "2026-03-30").folded())
                        .milestonesTold())
                .containsExactly("7, 7 left");
    }

    @Test
    void milestones_lie_within_their_term() {
        Contract monthly = subscription("2026-03-01", "2026-03-31").autoRenews().folded();

        assertThat(new Watching()
                        .look("2026-03-01", monthly)
                        .look("2026-03-17", monthly)
                        .look("2026-04-01", monthly)
                        .milestonesTold())
                .containsExactly("30, 30 left", "14, 14 left");
    }

    @Test
    void a_cancelled_contract_and_a_draft_have_nothing_left_to_decide() {
        Contract cancelled = subscription("2026-01-01", "2026-12-31")
                .cancelledOn("2026-03-01")
                .folded();
        Contract draft = subscription("2026-01-01", "2026-12-31")
                .status(ContractStatus.DRAFT)
                .folded();

        assertThat(new Watching().look("2026-12-01", cancelled, draft).told).isEmpty();
    }

    @Test
    void a_moved_end_moves_the_milestones_and_tells_none_twice_for_the_same_decision() {
        Contracted contracted = subscription("2026-01-01", "2026-12-31").noticeDays(30);
        Watching watching = new Watching().look("2026-11-01", contracted.folded());
        watching.look("2026-11-05", contracted.endsOn("2027-03-31").folded());
        watching.look("2026-11-06", contracted.endsOn("2026-12-31").folded());
        watching.look("2026-12-01", contracted.endsOn("2027-03-31").folded());

        assertThat(watching.milestonesTold()).containsExactly("30, 30 left", "120 late, 116 left", "90, 90 left");
    }

    @Test
    void a_corrected_date_tells_no_milestone_of_the_term_again() {
        Contracted contracted = subscription("2026-01-01", "2026-12-31");
        Watching watching = new Watching().look("2026-09-02", contracted.folded());

        contracted.endsOn("2027-01-15");
        watching.look("2026-09-03", contracted.folded())
                .look("2026-09-17", contracted.folded())
                .look("2026-10-17", contracted.folded());

        assertThat(watching.milestonesTold()).containsExactly("120, 120 left", "90, 90 left");
    }

    @Test
    void a_renewal_is_told_once_and_only_the_newest() {
        Contract renewing =
                subscription("2024-01-01", "2024-12-31").autoRenews().folded();
        Watching watching = new Watching().look("2026-02-01", renewing).look("2026-02-02", renewing);

        assertThat(watching.endsTold()).containsExactly("Renewed c-1 2026-12-31");
        assertThat(watching.ends())
                .isEqualTo(Map.of(
                        LocalDate.of(2024, 12, 31), Outcome.RENEWED, LocalDate.of(2025, 12, 31), Outcome.RENEWED));
    }

    @Test
    void a_lapse_is_told_once_and_its_correction_too() {
        Contracted contracted = subscription("2026-01-01", "2026-12-31");
        Watching watching = new Watching()
                .look("2027-01-01", contracted.folded())
                .look("2027-01-02", contracted.folded())
                .look("2027-01-03", contracted.on("2027-01-03").autoRenews().folded());

        assertThat(watching.endsTold()).containsExactly("Lapsed c-1 2026-12-31", "Renewed c-1 2027-12-31");
    }

    @Test
    void an_end_that_was_taken_back_is_told_again_when_it_comes_as_something_else() {
        Contracted contracted = subscription("2026-01-01", "2026-12-31");
        Watching watching = new Watching().look("2026-03-10", ended(contracted, "2026-03-10"));
        contracted.on("2026-03-12").status(ContractStatus.ACTIVE);

        watching.look("2026-03-12", contracted.folded());
        assertThat(watching.ends()).isEmpty();
        watching.look("2027-01-01", contracted.folded()).look("2027-01-02", contracted.folded());

        assertThat(watching.told)
                .filteredOn(Notice.Lapsed.class::isInstance)
                .extracting(notice -> ((Notice.Lapsed) notice).told())
                .containsExactly(0, 1);
        assertThat(watching.ends()).containsOnlyKeys(LocalDate.of(2026, 12, 31));
    }

    @Test
    void what_ended_long_ago_is_noted_and_not_told() {
        Watching watching = new Watching(90).look("2027-04-01", yearly);

        assertThat(watching.told).isEmpty();
        assertThat(watching.ends()).containsValue(Outcome.LAPSED);
        assertThat(new Watching(90).look("2027-03-31", yearly).told).hasSize(1);
    }

    @Test
    void an_account_is_lost_with_its_last_contract() {
        Contract left = subscription("2026-01-01", "2026-03-31")
                .cancelledOn("2026-02-01")
                .folded();
        Contract other = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-06-30")
                .cancelledOn("2026-05-01")
                .folded();

        Watching watching = new Watching();
        for (LocalDate day = LocalDate.of(2026, 3, 31); day.getMonthValue() < 8; day = day.plusDays(1)) {
            watching.look(day, left, other);
        }

        assertThat(watching.endsTold()).containsExactly("Churned c-2 2026-06-30");
    }

    @Test
    void it_is_lost_with_the_contract_that_ran_last_however_long_the_term_of_another_was() {
        Contract endedEarly = subscription("2026-01-01", "2026-12-31")
                .on("2026-03-01")
                .say(ContractStatus.ENDED, LocalDate.of(2026, 3, 1))
                .folded();
        Contract other = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2025-10-01", "2026-09-30")
                .cancelledOn("2026-05-01")
                .folded();

        assertThat(new Watching(90)
                        .look("2026-03-01", endedEarly, other)
                        .look("2026-10-01", endedEarly, other)
                        .endsTold())
                .containsExactly("Churned c-2 2026-09-30");
    }

    @Test
    void a_loss_is_told_as_soon_as_no_other_contract_keeps_the_account_however_long_that_took() {
        Contract left = subscription("2025-07-01", "2026-06-30")
                .cancelledOn("2026-02-01")
                .folded();
        Contract other = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-12-31")
                .folded();
        Watching watching = new Watching(90)
                .look("2026-07-01", left, other)
                .look("2026-12-31", left, other)
                .look("2027-01-01", left, other)
                .look("2027-01-02", left, other);

        assertThat(watching.endsTold()).containsExactly("Churned c-1 2026-06-30", "Lapsed c-2 2026-12-31");
        assertThat(new Watching(90)
                        .look("2027-06-01", left, other)
                        .look("2027-06-02", left, other)
                        .endsTold())
                .as("an imported past")
                .isEmpty();
    }

    @Test
    void a_loss_that_is_not_told_is_noted_once() {
        Contract left = subscription("2026-01-01", "2026-03-31")
                .cancelledOn("2026-02-01")
                .folded();
        Contract other = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-12-31")
                .folded();
        List<History> both = List.of(History.of(left), History.of(other));
        Watching watching = new Watching();

        assertThat(noted(both, watching, "2026-04-01")).containsExactly("2026-03-31 CHURNED");
        watching.look("2026-04-01", left, other);
        assertThat(noted(both, watching, "2026-04-01")).isEmpty();
        assertThat(noted(both, watching, "2026-04-02")).isEmpty();
        assertThat(noted(both, watching, "2027-01-01")).containsExactly("2026-03-31 CHURNED", "2026-12-31 LAPSED");
    }

    private static List<String> noted(List<History> histories, Watching watching, String day) {
        return Review.of(histories, watching.past, contract -> false, LocalDate.parse(day), 90).findings().stream()
                .flatMap(finding -> finding.ends().stream())
                .map(end -> end.term().endsOn() + " " + end.outcome())
                .toList();
    }

    @Test
    void what_turns_out_otherwise_on_a_later_day_is_told_however_long_ago_it_ended() {
        Contracted contracted = subscription("2025-07-01", "2026-06-30").autoRenews();
        Watching watching = new Watching(90).look("2026-07-01", contracted.folded());
        contracted.on("2026-11-27").cancelledOn("2026-06-10");

        watching.look("2026-11-27", contracted.folded()).look("2026-11-28", contracted.folded());

        assertThat(watching.endsTold()).containsExactly("Renewed c-1 2027-06-30", "Churned c-1 2026-06-30");
        Contracted imported = subscription("2023-07-01", "2024-06-30");
        Watching quiet = new Watching(90).look("2026-11-27", imported.folded());
        quiet.look(
                "2026-11-27",
                imported.on("2026-11-27").cancelledOn("2024-06-10").folded());
        assertThat(quiet.endsTold()).as("said in the same import").isEmpty();
    }

    @Test
    void a_loss_that_corrects_what_was_told_is_told_when_no_other_contract_keeps_the_account() {
        Contracted contracted = subscription("2025-07-01", "2026-06-30").autoRenews();
        Contract other = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-12-31")
                .folded();
        Watching watching = new Watching(90).look("2026-07-01", contracted.folded(), other);
        Contract left = contracted.on("2026-11-27").cancelledOn("2026-06-10").folded();

        watching.look("2026-11-27", left, other).look("2027-01-01", left, other).look("2027-01-02", left, other);

        assertThat(watching.endsTold())
                .containsExactly("Renewed c-1 2027-06-30", "Churned c-1 2026-06-30", "Lapsed c-2 2026-12-31");
    }

    @Test
    void a_loss_of_years_ago_that_no_contract_put_off_is_no_news_when_a_later_one_ends() {
        Contract left = subscription("2023-07-01", "2024-06-30")
                .cancelledOn("2024-05-01")
                .folded();
        Contract later = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-12-31")
                .folded();

        assertThat(new Watching(90)
                        .look("2026-03-01", left, later)
                        .look("2027-01-01", left, later)
                        .endsTold())
                .containsExactly("Lapsed c-2 2026-12-31");
    }

    @Test
    void a_trial_keeps_no_account() {
        Contract left = subscription("2026-01-01", "2026-03-31")
                .cancelledOn("2026-02-01")
                .folded();
        Contract trial = Contracted.of("c-2", ContractKind.TRIAL, "2026-03-20", "2026-04-20")
                .folded();

        assertThat(new Watching().look("2026-04-01", left, trial).endsTold()).containsExactly("Churned c-1 2026-03-31");
    }

    @Test
    void a_contract_without_usable_dates_keeps_an_account_only_while_it_is_agreed() {
        Contracted left = subscription("2026-01-01", "2026-03-31").cancelledOn("2026-02-01");
        Contracted undated = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-02-01", "2026-01-01");
        Watching watching = new Watching(90)
                .look("2026-04-01", left.folded(), undated.folded())
                .look("2026-04-02", left.folded(), undated.folded());
        assertThat(watching.endsTold()).isEmpty();

        Contract gone =
                undated.on("2026-05-05").status(ContractStatus.CANCELLED).folded();
        watching.look("2026-05-05", left.folded(), gone).look("2026-05-06", left.folded(), gone);

        assertThat(watching.endsTold()).containsExactly("Churned c-1 2026-03-31");
    }

    @Test
    void what_is_told_of_an_end_is_what_was_agreed_for_it_and_not_the_next_agreement() {
        Contracted contracted = subscription("2025-01-01", "2025-12-31")
                .on("2025-12-20")
                .term("2026-02-01", "2027-01-31")
                .noticeDays(90)
                .autoRenews()
                .costs(500_000, "USD");
        Watching watching = new Watching().look("2026-01-01", contracted.history());

        assertThat(watching.told).singleElement().satisfies(notice -> {
            assertThat(notice).isInstanceOf(Notice.Lapsed.class);
            Term told = notice.contract().term(notice.term());
            assertThat(told.annualValue()).isEqualTo(Map.of("EUR", 120_000L));
            assertThat(told.decisionOn()).isEqualTo("2025-12-31");
            assertThat(told.autoRenew()).isFalse();
        });
    }

    @Test
    void contracts_that_end_together_lose_the_account_once() {
        Contract one = subscription("2026-01-01", "2026-03-31")
                .cancelledOn("2026-02-01")
                .folded();
        Contract two = Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-01-01", "2026-03-31")
                .cancelledOn("2026-02-01")
                .folded();

        assertThat(new Watching()
                        .look("2026-04-01", one, two)
                        .look("2026-04-02", one, two)
                        .endsTold())
                .containsExactly("Churned c-2 2026-03-31");
    }

    @Test
    void the_next_look_is_asked_for_on_the_day_on_which_something_can_happen() {
        assertThat(nextLook("2026-01-05", yearly)).isEqualTo("2026-08-03");
        assertThat(nextLook("2026-08-03", yearly)).isEqualTo("2026-09-02");
        assertThat(nextLook("2026-12-01", yearly)).isEqualTo("2027-01-01");
        assertThat(Review.of(List.of(History.of(yearly)), Map.of(), contract -> false, LocalDate.of(2027, 1, 1), 90)
                        .nextLookOn())
                .isEmpty();
    }

    private static Contract ended(Contracted contracted, String day) {
        return contracted.on(day).status(ContractStatus.ENDED).folded();
    }

    private static String nextLook(String today, Contract contract) {
        return Review.of(List.of(History.of(contract)), Map.of(), one -> false, LocalDate.parse(today), 90)
                .nextLookOn()
                .map(LocalDate::toString)
                .orElse("never");
    }
}
