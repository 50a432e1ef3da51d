package dev.bellwether.alert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlagPolicyTest {

    private final AnAccount acme = AnAccount.named("Acme");
    private final Desktop desk = new Desktop();

    @Test
    void a_raised_flag_is_told_once_on_every_channel() {
        desk.take(acme.latePayment("f1", 0));

        assertThat(desk.told).containsExactly("slack opened", "email opened");
        assertThat(desk.standing()).containsEntry("f1", "open LOW");
    }

    @Test
    void a_flag_raised_again_while_it_is_open_is_updated_but_not_told() {
        FlagRaised first = acme.latePayment("f1", 0);
        desk.take(first);

        Decision decision = desk.take(acme.raisedAgain(first, 5));

        assertThat(decision.reason()).isEqualTo(Reason.RAISED_AGAIN);
        assertThat(desk.told).hasSize(2);
    }

    @Test
    void a_flag_raised_under_another_id_while_it_is_open_goes_on_silently() {
        desk.take(acme.latePayment("f1", 0));

        desk.take(acme.latePayment("f2", 5));

        assertThat(desk.standing()).containsEntry("f1", "superseded LOW").containsEntry("f2", "open LOW");
        assertThat(desk.told).hasSize(2);
    }

    @Test
    void an_escalation_is_told_once() {
        FlagRaised first = acme.latePayment("f1", 0);
        var worse = acme.escalated(first, 5, Severity.HIGH);
        desk.take(first);

        desk.take(worse);
        Decision repeat = desk.take(worse);

        assertThat(desk.told).containsExactly("slack opened", "email opened", "slack escalated", "email escalated");
        assertThat(repeat).isEqualTo(new Decision.Ignored(Reason.REPEATED));
        assertThat(desk.standing()).containsEntry("f1", "open HIGH");
    }

    @Test
    void an_escalation_that_is_no_worse_than_what_was_told_is_kept_silently() {
        FlagRaised first = acme.raised("f1", 0, FlagKind.INACTIVE, Severity.HIGH);
        desk.take(first);

        desk.take(acme.escalated(first, 5, Severity.HIGH));

        assertThat(desk.told).hasSize(2);
    }

    @Test
    void an_escalation_that_arrives_before_its_raising_is_told_once() {
        FlagRaised first = acme.latePayment("f1", 0);

        desk.take(acme.escalated(first, 5, Severity.CRITICAL));
        desk.take(first);

        assertThat(desk.told).hasSize(2);
        assertThat(desk.standing()).containsEntry("f1", "open CRITICAL");
    }

    @Test
    void an_older_episode_that_arrives_late_is_not_told() {
        desk.take(acme.latePayment("f2", 9));

        Decision late = desk.take(acme.latePayment("f1", 0));

        assertThat(late.reason()).isEqualTo(Reason.OVERTAKEN);
        assertThat(desk.told).hasSize(2);
    }

    @Test
    void a_flag_raised_anew_after_it_was_over_is_told_again() {
        FlagRaised first = acme.latePayment("f1", 0);
        desk.take(first);
        desk.deliver();
        desk.take(acme.cleared(first, 5));

        desk.take(acme.latePayment("f2", 9));

        assertThat(desk.told).endsWith("slack opened", "email opened").hasSize(6);
    }

    @Test
    void flags_of_other_kinds_do_not_meet() {
        desk.take(acme.latePayment("f1", 0));
        desk.take(acme.raised("f2", 1, FlagKind.ADVOCATE, Severity.INFO));

        assertThat(desk.told).hasSize(4);
        assertThat(desk.standing()).containsEntry("f1", "open LOW").containsEntry("f2", "open INFO");
    }

    @Test
    void a_moved_score_decides_nothing() {
        assertThat(desk.take(acme.scored(0, "71.00"))).isEqualTo(new Decision.Ignored(Reason.SCORE_ONLY));
    }

    @Test
    void times_finer_than_the_database_keeps_are_the_same_time() {
        Instant fine = Instant.parse("2026-03-02T09:00:00.123456789Z");

        assertThat(new Version(fine, "e")).isEqualTo(new Version(Instant.parse("2026-03-02T09:00:00.123456Z"), "e"));
    }
}
