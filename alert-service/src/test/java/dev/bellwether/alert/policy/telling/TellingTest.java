package dev.bellwether.alert.policy.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.policy.Decision;
import dev.bellwether.alert.policy.Past;
import dev.bellwether.alert.policy.RenewalPolicy;
import dev.bellwether.alert.policy.Silence;
import dev.bellwether.alert.policy.people.Absence;
import dev.bellwether.alert.policy.people.Calendar;
import dev.bellwether.alert.policy.people.DigestTimes;
import dev.bellwether.alert.policy.people.Hours;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Routing;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {

    /** A Monday. */
    private static final Instant NINE = AnAccount.NINE;

    private static final Instant NIGHT = Instant.parse("2026-03-02T22:00:00Z");
    private static final Rhythm RHYTHM = new Rhythm(Duration.ofMinutes(5), 5, 3, Set.of(Severity.CRITICAL));

    private static final Absence LEAVE = new Absence(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 14));

    private final AnAccount acme = AnAccount.named("Acme");

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
    void what_is_told_together_with_something_critical_is_passed_on_by_its_own_route() {
        Office office = office();

        office.take(NINE, flag("f1", FlagKind.RED, Severity.CRITICAL), acme.latePayment("f2", 0));
        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(office.aloud()).hasSize(3);
        assertThat(office.aloud().get(0).parcel().cases()).hasSize(2);
        assertThat(office.aloud().stream().skip(1))
                .allSatisfy(sent -> assertThat(sent.parcel().cases())
                        .extracting(one -> one.alert().severity())
                        .containsExactly(Severity.CRITICAL));
    }

    @Test
    void what_is_acknowledged_and_becomes_critical_goes_along_the_whole_line_again() {
        Office office = office();
        FlagRaised raised = flag("f1", FlagKind.RED, Severity.HIGH);
        office.take(NINE, raised);
        drain(office, NINE.plus(Duration.ofHours(5)));
        office.acknowledge(office.alerts.values().iterator().next(), "bob@example.com");

        Instant worse = NINE.plus(Duration.ofHours(6));
        office.take(worse, acme.escalated(raised, 360, Severity.CRITICAL));
        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(told(office).stream().skip(2))
                .containsExactly(
                        "ann@example.com " + worse,
                        "bob@example.com " + worse.plus(Duration.ofHours(1)),
                        "boss@example.com " + worse.plus(Duration.ofHours(2)));
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
    void whoever_is_on_leave_is_stood_in_for_once_and_at_once() {
        Office office = office(new Absence(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 14)));

        office.take(NINE, acme.latePayment("f1", 0));
        drain(office, NINE.plus(Duration.ofDays(1)));

        assertThat(told(office)).containsExactly("bob@example.com " + NINE);
        assertThat(because(office)).containsExactly("ann@example.com is away and you stand in");
    }

    @Test
    void where_nobody_stands_in_what_may_wait_waits_for_the_return() {
        Office office = office(ann(Optional.empty(), Optional.of("boss@example.com"), LEAVE));

        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        assertThat(office.next()).contains(Instant.parse("2026-03-16T09:00:00Z"));
        office.look(office.next().orElseThrow());

        assertThat(told(office)).containsExactly("ann@example.com 2026-03-16T09:00:00Z");
    }

    @Test
    void where_nobody_stands_in_what_is_critical_goes_to_the_manager_or_else_to_the_person() {
        Office managed = office(ann(Optional.empty(), Optional.of("boss@example.com"), LEAVE));
        Office alone = office(ann(Optional.empty(), Optional.empty(), LEAVE));

        managed.take(NINE, flag("f1", FlagKind.RED, Severity.CRITICAL));
        alone.take(NINE, flag("f1", FlagKind.RED, Severity.CRITICAL));

        assertThat(told(managed)).containsExactly("boss@example.com " + NINE);
        assertThat(because(managed)).containsExactly("ann@example.com is away and nobody stands in");
        assertThat(told(alone)).containsExactly("ann@example.com " + NINE);
    }

    @Test
    void what_is_beyond_the_budget_is_in_the_digest_of_whoever_stands_in_and_is_passed_on_all_the_same() {
        Office office = office(LEAVE);
        for (int i = 0; i < 3; i++) {
            office.take(NINE.plusSeconds(400L * i), AnAccount.named("A" + i).latePayment("f", i));
        }
        Instant later = NINE.plusSeconds(4_000);
        office.take(later, flag("f1", FlagKind.RED, Severity.HIGH));

        assertThat(office.progress.values())
                .filteredOn(one -> one.held().equals(Optional.of(Why.BUDGET)))
                .singleElement()
                .satisfies(one -> assertThat(one.toldTo()).contains("bob@example.com"));
        drain(office, later.plus(Duration.ofHours(4)));
        assertThat(told(office).stream().skip(3))
                .containsExactly("boss@example.com " + later.plus(Duration.ofHours(4)));
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
    void what_is_critical_does_not_wait_behind_a_storm_of_what_is_not() {
        Office office = office();
        office.wishes = new Circumstances(
                office.wishes.people(),
                office.wishes.routing(),
                List.of(),
                new Rhythm(Duration.ofMinutes(5), 5, 50, Set.of(Severity.CRITICAL)));
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

    @Test
    void what_nobody_acknowledges_goes_to_the_deputy_and_then_to_the_manager_once_each() {
        Office office = office();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));

        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(told(office))
                .containsExactly(
                        "ann@example.com " + NINE,
                        "bob@example.com 2026-03-02T13:00:00Z",
                        "boss@example.com 2026-03-02T17:00:00Z");
    }

    @Test
    void what_somebody_acknowledged_goes_nowhere_else() {
        Office office = office();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        office.progress.replaceAll((id, one) -> one.acknowledged());

        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(office.aloud()).hasSize(1);
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

    @ParameterizedTest(name = "assignee {0}, owner {1}: {2}, because {3}")
    @CsvSource({
        "max@example.com, ann@example.com, max@example.com, you look after its owner",
        ", ann@example.com, boss@example.com, you look after its owner",
        ", nobody@example.com, queue@example.com, nobody is known to look after its owner",
        ", , queue@example.com, nobody is known to look after its owner"
    })
    void a_disputed_call_is_told_to_whoever_looks_after_the_owner(
            @Nullable String assignee, @Nullable String owner, String told, String because) {
        var disputed = acme.disputed(acme.due("c1", 90, 0), 1);
        Decision.Opened opened = (Decision.Opened) RenewalPolicy.decide(new Past(List.of(), Map.of()), disputed);
        var one = new Case(
                opened.alert(),
                Progress.NOTHING.with(News.FIRST),
                new Case.Account(Optional.ofNullable(owner), Optional.empty(), Optional.ofNullable(assignee)),
                Map.of(),
                Optional.empty());

        assertThat(Judge.of(one, office().wishes, NINE)).isInstanceOfSatisfying(Verdict.Tell.class, tell -> {
            assertThat(tell.person().email()).isEqualTo(told);
            assertThat(tell.because()).isEqualTo(because);
        });
    }

    private FlagRaised flag(String id, FlagKind kind, Severity severity) {
        return acme.raised(id, 0, kind, severity);
    }

    private static void silence(Office office, Silence.Target target) {
        silence(office, target, new Silence.End.At(NINE.plus(Duration.ofHours(2))));
    }

    private static void silence(Office office, Silence.Target target, Silence.End end) {
        var silence = new Silence(UUID.randomUUID(), target, NINE, end, "ann", "test");
        office.wishes = new Circumstances(
                office.wishes.people(), office.wishes.routing(), List.of(silence), office.wishes.rhythm());
    }

    /** Looks whenever something is due, until then. */
    private static void drain(Office office, Instant until) {
        office.look(NINE);
        for (Optional<Instant> next = office.next();
                next.filter(at -> !at.isAfter(until)).isPresent();
                next = office.next()) {
            office.look(next.orElseThrow());
        }
    }

    private static List<String> told(Office office) {
        return office.aloud().stream()
                .map(sent -> sent.person() + " " + sent.at())
                .toList();
    }

    private static List<String> because(Office office) {
        return office.aloud().stream()
                .map(sent -> sent.parcel() instanceof Parcel.Letter letter
                        ? letter.tell().because()
                        : "")
                .toList();
    }

    private static Office office(Absence... absences) {
        return office(ann(Optional.of("bob@example.com"), Optional.of("boss@example.com"), absences));
    }

    private static Office office(Person ann) {
        People people = new People(Map.of(ann.email(), ann), ZoneOffset.UTC, "queue@example.com");
        return new Office(new Circumstances(people, Routing.USUAL, List.of(), RHYTHM), Duration.ofDays(1));
    }

    private static Person ann(Optional<String> deputy, Optional<String> manager, Absence... absences) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        }
        return new Person(
                "ann@example.com",
                Optional.empty(),
                new Calendar(ZoneOffset.UTC, week, Set.of(), List.of(absences)),
                deputy,
                manager,
                DigestTimes.USUAL,
                Optional.empty(),
                Set.of());
    }
}
