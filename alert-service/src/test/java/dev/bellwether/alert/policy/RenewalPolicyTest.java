package dev.bellwether.alert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RenewalPolicyTest {

    private final AnAccount acme = AnAccount.named("Acme");
    private final Desktop desk = new Desktop();

    @Test
    void each_milestone_of_a_term_is_told_once_and_takes_the_place_of_the_one_before() {
        desk.take(acme.due("c1", 60, 0));
        desk.take(acme.due("c1", 30, 1));
        desk.take(acme.due("c1", 30, 2));

        assertThat(desk.told).hasSize(4);
        assertThat(desk.standing())
                .containsEntry("2026-01-01/2026-12-31/2026-10-02/60", "superseded LOW")
                .containsEntry("2026-01-01/2026-12-31/2026-10-02/30", "open MEDIUM");
    }

    @Test
    void a_moved_decision_date_is_told_again() {
        var first = acme.due("c1", 60, 0);
        var renewedInPlace = acme.moved(
                first,
                1,
                first.term().endsOn().plusYears(1),
                first.term().decisionOn().plusYears(1));
        var longerNotice = acme.moved(renewedInPlace, 2, renewedInPlace.term().endsOn(), LocalDate.of(2027, 9, 2));
        desk.take(first);
        desk.take(renewedInPlace);
        desk.take(longerNotice);
        desk.take(acme.moved(
                longerNotice,
                3,
                longerNotice.term().endsOn(),
                longerNotice.term().decisionOn()));

        assertThat(desk.told).hasSize(6);
        assertThat(desk.standing()).containsEntry("2026-01-01/2027-12-31/2027-09-02/60", "open LOW");
        assertThat(desk.alerts.values().stream().filter(alert -> alert.state().live()))
                .hasSize(1);
    }

    @Test
    void a_lapse_at_a_moved_end_is_told_again() {
        var first = acme.lapsed("c1", 0);
        desk.take(first);
        desk.take(acme.moved(first, 1, LocalDate.of(2027, 3, 31)));

        assertThat(desk.told).hasSize(4);
    }

    @Test
    void a_disputed_call_is_told_once_and_leaves_the_decision_open() {
        var due = acme.due("c1", 30, 0);
        desk.take(due);
        int toldOfDue = desk.told.size();
        desk.take(acme.disputed(due, 1));
        desk.take(acme.disputed(due, 2));

        assertThat(desk.told).hasSize(2 * toldOfDue);
        assertThat(desk.alerts.values().stream().filter(alert -> alert.state().live()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.episode().kind()).isEqualTo("RENEWAL_DUE"));
    }

    @Test
    void contracts_do_not_meet() {
        desk.take(acme.due("c1", 30, 0));
        desk.take(acme.due("c2", 30, 1));

        assertThat(desk.alerts.values()).allMatch(alert -> alert.state().live());
    }

    @Test
    void a_renewal_ends_the_wait_and_leaves_nothing_open() {
        desk.take(acme.due("c1", 7, 0));
        desk.take(acme.renewed("c1", 1));

        assertThat(desk.told).hasSize(4);
        assertThat(desk.alerts.values()).noneMatch(alert -> alert.state().live());
    }

    @Test
    void a_lapse_waits_for_somebody() {
        desk.take(acme.lapsed("c1", 0));

        assertThat(desk.alerts.values()).allMatch(alert -> alert.state().live());
    }

    @Test
    void a_goodbye_is_told_once() {
        var goodbye = acme.churned("c1", 0);
        desk.take(goodbye);
        desk.take(goodbye);

        assertThat(desk.told).hasSize(2);
    }
}
