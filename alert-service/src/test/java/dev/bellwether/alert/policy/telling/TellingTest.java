package dev.bellwether.alert.policy.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.policy.route.Traits;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told at once, together, or not at all. */
class TellingTest extends OfficeStory {

    @Test
    void a_flag_is_told_at_once_to_the_owner() {
        Office office = office();

        office.take(NINE, acme.latePayment("f1", 0));

        assertThat(told(office)).containsExactly("ann@example.com " + NINE);
    }

    @Test
    void what_follows_within_the_window_joins_the_first_message_in_one_more() {
        Office office = office();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));

        office.take(NINE.plusSeconds(60), flag("f2", FlagKind.USAGE_DROP, Severity.MEDIUM));
        office.take(NINE.plusSeconds(90), flag("f3", FlagKind.SCORE_DROP, Severity.MEDIUM));
        office.look(NINE.plusSeconds(301));

        assertThat(office.aloud()).hasSize(2);
        assertThat(office.aloud().get(1).parcel().cases()).hasSize(2);
    }

    @Test
    void flags_of_one_moment_are_one_message() {
        Office office = office();

        office.take(
                NINE,
                flag("f1", FlagKind.RED, Severity.HIGH),
                flag("f2", FlagKind.USAGE_DROP, Severity.MEDIUM),
                flag("f3", FlagKind.SCORE_DROP, Severity.LOW));

        assertThat(office.aloud())
                .singleElement()
                .satisfies(sent -> assertThat(sent.parcel().cases())
                        .extracting(one -> one.alert().severity())
                        .containsExactly(Severity.HIGH, Severity.MEDIUM, Severity.LOW));
    }

    @Test
    void what_is_critical_waits_neither_for_a_group_nor_for_the_morning() {
        Office office = office();
        office.take(NIGHT, flag("f1", FlagKind.RED, Severity.CRITICAL));

        office.take(NIGHT.plusSeconds(60), flag("f2", FlagKind.INACTIVE, Severity.CRITICAL));

        assertThat(office.aloud()).hasSize(2);
    }

    @Test
    void beyond_the_budget_only_what_is_critical_is_told() {
        Office office = office();
        for (int i = 0; i < 5; i++) {
            office.take(NINE.plusSeconds(400L * i), AnAccount.named("A" + i).latePayment("f", i));
        }
        office.take(NINE.plusSeconds(4_000), AnAccount.named("B").raised("f", 0, FlagKind.RED, Severity.CRITICAL));

        assertThat(office.aloud()).hasSize(4);
        assertThat(office.progress.values().stream().filter(one -> one.held().equals(Optional.of(Why.BUDGET))))
                .hasSize(2);
    }

    @Test
    void a_thousand_flags_in_a_minute_are_one_readable_message() {
        Office office = office();
        for (int batch = 0; batch < 10; batch++) {
            HealthEvent[] flags = IntStream.range(0, 100)
                    .mapToObj(i -> AnAccount.named("A" + i).latePayment("f", 0))
                    .toArray(HealthEvent[]::new);
            office.take(NINE.plusSeconds(6L * batch), flags);
        }
        drain(office, NINE.plus(Duration.ofMinutes(30)));

        assertThat(office.aloud())
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.parcel()).isInstanceOf(Parcel.Sack.class));
        assertThat(office.aloud().stream()
                        .mapToInt(sent -> sent.parcel().cases().size())
                        .sum())
                .isEqualTo(1_000);
    }

    @Test
    void a_thousand_flags_that_trickle_in_over_a_minute_are_a_message_and_a_summary() {
        Office office = gathering();
        for (int i = 0; i < 1_000; i++) {
            office.take(NINE.plusMillis(60L * i), AnAccount.named("A" + i).latePayment("f", 0));
        }
        drain(office, NINE.plus(Duration.ofMinutes(30)));

        assertThat(told(office)).containsExactly("ann@example.com " + NINE, "ann@example.com " + NINE.plusSeconds(60));
        assertThat(office.aloud().getLast().parcel())
                .isInstanceOfSatisfying(
                        Parcel.Sack.class, sack -> assertThat(sack.cases()).hasSize(999));
    }

    @Test
    void the_few_that_soon_follow_a_message_leave_together_as_messages_of_their_own() {
        Office office = gathering();
        for (int i = 0; i < 3; i++) {
            office.take(NINE.plusSeconds(20L * i), AnAccount.named("A" + i).latePayment("f", 0));
        }
        drain(office, NINE.plus(Duration.ofMinutes(30)));

        String minute = "ann@example.com " + NINE.plusSeconds(60);
        assertThat(told(office)).containsExactly("ann@example.com " + NINE, minute, minute);
    }

    @Test
    void what_is_over_while_it_is_gathered_is_never_told() {
        Office office = gathering();
        office.take(NINE, AnAccount.named("A").latePayment("f", 0));
        FlagRaised over = acme.latePayment("f1", 0);
        office.take(NINE.plusSeconds(10), over);

        office.take(NINE.plusSeconds(20), acme.cleared(over, 1));
        drain(office, NINE.plus(Duration.ofMinutes(30)));

        assertThat(office.sent).hasSize(1);
    }

    @Test
    void what_is_critical_is_not_gathered_and_what_is_gathered_does_not_wait_on_for_it() {
        Office office = gathering();
        office.take(NINE, AnAccount.named("A").latePayment("f", 0));
        office.take(NINE.plusSeconds(10), AnAccount.named("B").latePayment("f", 0));

        office.take(NINE.plusSeconds(50), flag("f1", FlagKind.RED, Severity.CRITICAL));
        drain(office, NINE.plus(Duration.ofMinutes(30)));

        assertThat(told(office))
                .containsExactly(
                        "ann@example.com " + NINE,
                        "ann@example.com " + NINE.plusSeconds(50),
                        "ann@example.com " + NINE.plusSeconds(60));
    }

    @Test
    void what_somebody_was_given_is_not_gathered() {
        Office office = gathering();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        office.progress.replaceAll((id, one) -> one.assigned());

        office.look(NINE.plusSeconds(1));

        assertThat(office.aloud()).hasSize(2);
    }

    @Test
    void what_comes_when_the_gathering_is_just_over_leaves_with_what_was_gathered() {
        Circumstances wishes = gathering().wishes;
        Instant late = NINE.plusSeconds(61);
        var traits = new Traits("acc-1", Optional.empty(), "LATE_PAYMENT", Severity.LOW);
        var account = new Case.Account(Optional.of("ann@example.com"), Optional.empty(), Optional.empty());
        List<Case> fresh = List.of(Case.supposed(traits, account, late));
        Usage told = new Usage(1, List.of(NINE), Optional.empty());

        Plan plan = Plan.of(Judged.all(fresh, wishes, late), wishes, Map.of("ann@example.com", told), late);

        assertThat(plan.verdicts().values())
                .containsExactly(new Verdict.Wait(Why.GATHERED, Optional.of(NINE.plusSeconds(60))));
    }

    private static Office gathering() {
        return with(new Rhythm(Duration.ofMinutes(1), Duration.ofMinutes(5), 5, 50, Set.of(Severity.CRITICAL)));
    }

    private static Office with(Rhythm rhythm) {
        Office office = office();
        office.wishes = new Circumstances(office.wishes.people(), office.wishes.routing(), List.of(), rhythm);
        return office;
    }

    @Test
    void what_is_critical_does_not_wait_behind_a_storm_of_what_is_not() {
        Office office = with(new Rhythm(Duration.ZERO, Duration.ofMinutes(5), 5, 50, Set.of(Severity.CRITICAL)));
        for (int i = 0; i < 7; i++) {
            office.take(NINE.plusSeconds(i), AnAccount.named("A" + i).latePayment("f", 0));
        }
        assertThat(office.aloud()).hasSize(5);

        office.take(NINE.plusSeconds(10), flag("f1", FlagKind.RED, Severity.CRITICAL));

        assertThat(told(office)).hasSize(6).last().isEqualTo("ann@example.com " + NINE.plusSeconds(10));
    }

    @Test
    void what_is_critical_does_not_wait_behind_a_summary_yet_a_flood_of_it_does() {
        Office office = office();
        office.take(
                NINE,
                IntStream.range(0, 6)
                        .mapToObj(i -> AnAccount.named("A" + i).latePayment("f", 0))
                        .toArray(HealthEvent[]::new));
        for (int i = 0; i < 1_000; i++) {
            office.take(
                    NINE.plusSeconds(1).plusMillis(i),
                    AnAccount.named("B" + i).raised("f", 0, FlagKind.RED, Severity.CRITICAL));
        }
        assertThat(office.aloud()).hasSize(10);
        drain(office, NINE.plus(Duration.ofMinutes(10)));

        assertThat(office.aloud()).hasSize(11);
    }
}
