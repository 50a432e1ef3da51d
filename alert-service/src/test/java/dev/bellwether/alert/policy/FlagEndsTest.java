package dev.bellwether.alert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import org.junit.jupiter.api.Test;

class FlagEndsTest {

    private final AnAccount acme = AnAccount.named("Acme");
    private final Desktop desk = new Desktop();

    @Test
    void the_end_of_a_flag_that_went_on_under_another_id_is_told_to_those_who_heard_of_the_first() {
        FlagRaised second = acme.latePayment("f2", 5);
        desk.take(acme.latePayment("f1", 0));
        desk.deliver();
        desk.take(second);

        desk.take(acme.cleared(second, 9));

        assertThat(desk.told).endsWith("slack closed", "email closed").hasSize(4);
    }

    @Test
    void a_flag_that_clears_is_told_once_to_those_who_heard_of_it() {
        FlagRaised first = acme.latePayment("f1", 0);
        var end = acme.cleared(first, 5);
        desk.take(first);
        desk.deliver();

        desk.take(end);
        desk.take(end);

        assertThat(desk.told).containsExactly("slack opened", "email opened", "slack closed", "email closed");
        assertThat(desk.standing()).containsEntry("f1", "cleared LOW");
    }

    @Test
    void a_flag_that_clears_before_its_message_left_withdraws_the_message_and_tells_nobody() {
        FlagRaised first = acme.latePayment("f1", 0);
        desk.take(first);

        Decision decision = desk.take(acme.cleared(first, 5));

        assertThat(decision).isInstanceOfSatisfying(Decision.Closed.class, closed -> {
            assertThat(closed.tell()).isEmpty();
            assertThat(closed.withdraw()).containsExactlyInAnyOrder(Channel.SLACK, Channel.EMAIL);
        });
    }

    @Test
    void a_clearing_that_arrives_before_its_raising_tells_nobody_at_all() {
        FlagRaised first = acme.latePayment("f1", 0);

        desk.take(acme.cleared(first, 5));
        desk.take(first);

        assertThat(desk.told).isEmpty();
        assertThat(desk.standing()).containsEntry("f1", "cleared LOW");
    }

    @Test
    void what_somebody_resolved_ends_without_a_word() {
        FlagRaised first = acme.latePayment("f1", 0);
        desk.take(first);
        desk.deliver();
        resolve(first);

        desk.take(acme.cleared(first, 5));

        assertThat(desk.told).hasSize(2);
    }

    @Test
    void what_somebody_resolved_is_told_again_when_it_becomes_worse() {
        FlagRaised first = acme.latePayment("f1", 0);
        desk.take(first);
        resolve(first);

        desk.take(acme.escalated(first, 5, Severity.HIGH));

        assertThat(desk.told).endsWith("slack escalated", "email escalated");
        assertThat(desk.standing()).containsEntry("f1", "open HIGH");
    }

    private void resolve(FlagRaised flag) {
        desk.alerts.computeIfPresent(
                Subject.of(flag).orElseThrow().alertId(),
                (id, alert) -> alert.in(new AlertState.Resolved("ann@example.com", AnAccount.NINE)));
    }
}
