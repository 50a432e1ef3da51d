package dev.bellwether.alert.policy.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.policy.Silence;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is not told now, and when it is. */
class HeldBackTest extends OfficeStory {

    @Test
    void what_comes_at_night_is_told_when_work_begins() {
        Office office = office();
        office.take(NIGHT, flag("f1", FlagKind.RED, Severity.HIGH));

        assertThat(office.aloud()).isEmpty();
        assertThat(office.next()).contains(Instant.parse("2026-03-03T09:00:00Z"));
        office.look(office.next().orElseThrow());

        assertThat(told(office)).containsExactly("ann@example.com 2026-03-03T09:00:00Z");
    }

    @Test
    void what_becomes_critical_while_it_waits_for_the_morning_is_told_at_once() {
        Office office = office();
        FlagRaised raised = flag("f1", FlagKind.RED, Severity.HIGH);
        office.take(NIGHT, raised);

        office.take(NIGHT.plusSeconds(60), acme.escalated(raised, 1, Severity.CRITICAL));

        assertThat(told(office)).containsExactly("ann@example.com " + NIGHT.plusSeconds(60));
    }

    @Test
    void what_becomes_critical_while_it_is_put_off_unheard_is_told_at_once() {
        Office office = office();
        FlagRaised raised = flag("f1", FlagKind.RED, Severity.HIGH);
        office.take(NIGHT, raised);
        office.progress.replaceAll((id, one) -> one.snoozed(NIGHT.plus(Duration.ofDays(3))));

        office.take(NIGHT.plusSeconds(60), acme.escalated(raised, 1, Severity.CRITICAL));

        assertThat(office.aloud()).hasSize(1);
    }

    @Test
    void a_score_that_trembles_around_an_edge_for_a_day_gives_one_alert() {
        Office office = office();
        for (int i = 0; i < 48; i++) {
            FlagRaised raised = acme.raised("f" + i, 30 * i, FlagKind.RED, Severity.HIGH);
            office.take(NINE.plusSeconds(1_800L * i), raised);
            office.take(NINE.plusSeconds(1_800L * i + 900), acme.cleared(raised, 30 * i + 15));
            office.look(NINE.plusSeconds(1_800L * i + 1_000));
        }
        drain(office, NINE.plus(Duration.ofDays(4)));

        assertThat(office.aloud()).hasSize(1);
        assertThat(office.sent).hasSize(2);
    }

    @Test
    void what_is_back_and_stays_is_told_when_it_cooled_down_or_at_once_when_it_is_worse() {
        Office office = office();
        FlagRaised first = acme.raised("f1", 0, FlagKind.RED, Severity.MEDIUM);
        office.take(NINE, first);
        office.take(NINE.plusSeconds(600), acme.cleared(first, 10));
        FlagRaised back = acme.raised("f2", 20, FlagKind.RED, Severity.MEDIUM);
        office.take(NINE.plusSeconds(1_200), back);
        assertThat(office.aloud()).hasSize(1);

        office.take(NINE.plusSeconds(1_800), acme.escalated(back, 30, Severity.HIGH));
        assertThat(office.aloud()).hasSize(2);
    }

    @Test
    void good_news_are_left_to_the_digest() {
        Office office = office();

        office.take(NINE, flag("f1", FlagKind.ADVOCATE, Severity.INFO));

        assertThat(office.sent).isEmpty();
        assertThat(office.progress.values()).extracting(Progress::held).containsExactly(Optional.of(Why.DIGEST_ROUTE));
    }

    @Test
    void what_was_put_off_and_is_given_to_somebody_is_told_at_once() {
        Office office = office();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        office.progress.replaceAll(
                (id, one) -> one.snoozed(NINE.plus(Duration.ofDays(1))).assigned());

        office.look(NINE.plusSeconds(60));

        assertThat(office.aloud()).hasSize(2);
    }

    @Test
    void what_is_put_off_is_told_again_when_the_time_is_over() {
        Office office = office();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        office.progress.replaceAll((id, one) -> one.snoozed(NINE.plus(Duration.ofDays(1))));

        drain(office, NINE.plus(Duration.ofHours(25)));

        assertThat(told(office))
                .containsExactly("ann@example.com " + NINE, "ann@example.com " + NINE.plus(Duration.ofDays(1)));
    }

    @Test
    void a_silence_holds_back_what_it_is_about_until_its_end() {
        Office office = office();
        silence(
                office,
                new Silence.Target(Optional.of(acme.id()), Optional.empty(), Optional.empty(), Optional.empty()));

        office.take(NINE, acme.latePayment("f1", 0), AnAccount.named("Other").latePayment("f2", 0));
        assertThat(office.aloud()).hasSize(1);
        drain(office, NINE.plus(Duration.ofHours(3)));

        assertThat(office.aloud()).hasSize(2);
        assertThat(office.aloud().get(1).at()).isEqualTo(NINE.plus(Duration.ofHours(2)));
    }

    @Test
    void what_an_event_is_to_release_is_looked_at_again_should_the_event_have_come_just_before() {
        Office office = office();
        var target = new Silence.Target(Optional.of(acme.id()), Optional.empty(), Optional.empty(), Optional.empty());
        silence(office, target, new Silence.End.WhenRecovered());
        office.take(NINE, acme.latePayment("f1", 0));
        office.wishes = new Circumstances(office.wishes.people(), office.wishes.routing(), List.of(), RHYTHM);

        drain(office, NINE.plus(Duration.ofHours(1)));

        assertThat(told(office)).containsExactly("ann@example.com " + NINE.plus(Duration.ofMinutes(5)));
    }

    @Test
    void a_silence_that_somebody_ended_just_before_its_alert_was_written_holds_it_back_for_minutes_only() {
        Office office = office();
        var target = new Silence.Target(Optional.of(acme.id()), Optional.empty(), Optional.empty(), Optional.empty());
        silence(office, target, new Silence.End.At(NINE.plus(Duration.ofDays(30))));
        office.take(NINE, acme.latePayment("f1", 0));
        office.wishes = new Circumstances(office.wishes.people(), office.wishes.routing(), List.of(), RHYTHM);

        drain(office, NINE.plus(Duration.ofHours(1)));

        assertThat(told(office)).containsExactly("ann@example.com " + NINE.plus(Duration.ofMinutes(5)));
    }

    @Test
    void maintenance_holds_back_even_what_is_critical_and_what_ended_meanwhile_is_never_told() {
        Office office = office();
        silence(office, new Silence.Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        FlagRaised over = AnAccount.named("Over").latePayment("f2", 0);

        office.take(NINE, flag("f1", FlagKind.RED, Severity.CRITICAL), over);
        office.take(
                NINE.plusSeconds(60),
                AnAccount.named("Over").withId(over.accountId()).cleared(over, 1));
        assertThat(office.sent).isEmpty();
        drain(office, NINE.plus(Duration.ofMinutes(150)));

        assertThat(office.sent).hasSize(1);
    }

    @Test
    void many_ends_at_once_are_told_to_nobody_aloud() {
        Office office = office();
        List<AnAccount> accounts = IntStream.range(0, RHYTHM.mostAtOnce() + 1)
                .mapToObj(i -> AnAccount.named("Acme " + i))
                .toList();
        List<FlagRaised> flags = accounts.stream()
                .map(account -> account.raised("f", 0, FlagKind.RED, Severity.CRITICAL))
                .toList();
        flags.forEach(flag -> office.take(NINE, flag));

        office.take(
                NINE.plusSeconds(600),
                IntStream.range(0, flags.size())
                        .mapToObj(i -> accounts.get(i).cleared(flags.get(i), 10))
                        .toArray(HealthEvent[]::new));

        assertThat(ends(office)).hasSize(flags.size()).allMatch(Parcel.Farewell::quiet);
    }

    @Test
    void a_few_ends_at_once_are_told() {
        Office office = office();
        FlagRaised flag = acme.raised("f", 0, FlagKind.RED, Severity.CRITICAL);
        office.take(NINE, flag);

        office.take(NINE.plusSeconds(600), acme.cleared(flag, 10));

        assertThat(ends(office)).hasSize(1).noneMatch(Parcel.Farewell::quiet);
    }

    private static List<Parcel.Farewell> ends(Office office) {
        return office.sent.stream()
                .flatMap(sent -> sent.parcel() instanceof Parcel.Farewell end ? Stream.of(end) : Stream.empty())
                .toList();
    }

    @Test
    void a_clock_that_was_set_back_holds_nobody_back_until_it_has_caught_up() {
        Office office = office();
        Instant ahead = NINE.plus(Duration.ofHours(2));
        office.take(ahead, critical("a"));
        office.take(ahead.plusSeconds(1), critical("b"));
        assertThat(office.aloud()).hasSize(2 * RHYTHM.mostAtOnce());

        office.take(NINE, critical("c")[0]);

        assertThat(told(office)).contains("ann@example.com " + NINE);
    }

    private static HealthEvent[] critical(String id) {
        return IntStream.range(0, RHYTHM.mostAtOnce())
                .mapToObj(i -> AnAccount.named("Acme " + i).raised(id + i, 0, FlagKind.RED, Severity.CRITICAL))
                .toArray(HealthEvent[]::new);
    }
}
