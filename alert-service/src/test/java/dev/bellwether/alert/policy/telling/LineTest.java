package dev.bellwether.alert.policy.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.Decision;
import dev.bellwether.alert.policy.Past;
import dev.bellwether.alert.policy.RenewalPolicy;
import dev.bellwether.alert.policy.people.Absence;
import dev.bellwether.alert.policy.people.Calendar;
import dev.bellwether.alert.policy.people.DigestTimes;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Match;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.route.Routing;
import dev.bellwether.alert.policy.route.Timing;
import dev.bellwether.alert.policy.route.Traits;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told, who stands in, and who is told next. */
class LineTest extends OfficeStory {

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

    @ParameterizedTest
    @EnumSource(names = {"HIGH", "CRITICAL"})
    void what_is_foretold_of_the_line_is_what_then_happens(Severity severity) {
        Office office = office(
                ann(Optional.of("bob@example.com"), Optional.of("boss@example.com")),
                ann("bob@example.com", LEAVE),
                person("boss@example.com", "carl@example.com", null));
        office.take(NINE, flag("f1", FlagKind.RED, severity));
        drain(office, NINE.plus(Duration.ofDays(3)));

        var traits = new Traits(acme.id(), Optional.empty(), "RED", severity);
        var account = new Case.Account(Optional.of("ann@example.com"), Optional.empty(), Optional.empty());
        Case one = Case.supposed(traits, account, NINE);
        List<String> foretold = Judge.of(one, office.wishes, NINE) instanceof Verdict.Tell tell
                ? Escalation.after(one, tell, office.wishes, NINE).stream()
                        .map(step -> step.tell().person().email() + " " + step.at())
                        .toList()
                : List.of();

        assertThat(foretold).hasSize(1).isEqualTo(told(office).stream().skip(1).toList());
        assertThat(foretold.getFirst()).startsWith("boss@example.com ");
    }

    @Test
    void two_who_are_away_are_away() {
        Office office = office(
                ann(Optional.of("bob@example.com"), Optional.empty(), LEAVE),
                ann("bob@example.com", LEAVE, "carl@example.com"));

        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));

        assertThat(because(office)).containsExactly("ann@example.com and bob@example.com are away and you stand in");
    }

    private static Person ann(String email, Absence leave, String... deputy) {
        Person ann = ann(Stream.of(deputy).findFirst(), Optional.empty(), leave);
        return new Person(
                email,
                ann.slackId(),
                ann.calendar(),
                ann.deputy(),
                ann.manager(),
                ann.digest(),
                ann.budget(),
                ann.closed());
    }

    @Test
    void whoever_is_on_leave_is_stood_in_for_once_and_at_once() {
        Office office = office(new Absence(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 14)));

        office.take(NINE, acme.latePayment("f1", 0));
        drain(office, NINE.plus(Duration.ofDays(1)));

        assertThat(told(office)).containsExactly("bob@example.com " + NINE);
        assertThat(because(office)).containsExactly("ann@example.com is away and you stand in");
    }

    @ParameterizedTest(name = "deputy {0}, manager {1}: {2}")
    @CsvSource({
        "bob@example.com, boss@example.com, bob@example.com, and you stand in",
        ", boss@example.com, boss@example.com, and nobody stands in",
        ", , queue@example.com, and nobody stands in"
    })
    void whoever_unsubscribed_from_the_only_channel_that_is_on_leaves_alerts_to_others(
            @Nullable String deputy, @Nullable String manager, String told, String because) {
        Person ann =
                ann(Optional.ofNullable(deputy), Optional.ofNullable(manager)).without(Channel.EMAIL);
        Office office = office(ann);
        office.wishes = new Circumstances(
                new People(Map.of(ann.email(), ann), ZoneOffset.UTC, "queue@example.com", Set.of(Channel.EMAIL)),
                office.wishes.routing(),
                List.of(),
                office.wishes.rhythm());

        office.take(NINE, acme.latePayment("f1", 0));

        assertThat(told(office)).containsExactly(told + " " + NINE);
        assertThat(because(office)).containsExactly("ann@example.com reads no channel that is on " + because);
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
    void an_account_that_moved_is_passed_on_to_its_new_owner_first() {
        Office office = office(
                ann(Optional.of("bob@example.com"), Optional.of("boss@example.com")),
                person("eve@example.com", "dora@example.com", "chief@example.com"));
        office.take(NINE, flag("f1", FlagKind.RED, Severity.CRITICAL));

        office.move(acme.id(), "eve@example.com");
        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(toldWhom(office))
                .containsExactly("ann@example.com", "eve@example.com", "dora@example.com", "chief@example.com");
    }

    @Test
    void whom_the_route_names_is_followed_by_their_own_line() {
        Office office = office(
                ann(Optional.of("bob@example.com"), Optional.of("boss@example.com")),
                person("renewals@example.com", "dora@example.com", "chief@example.com"));
        Route route = new Route(
                "renewals",
                Match.EVERYTHING,
                Timing.AT_ONCE,
                Optional.of("renewals@example.com"),
                Set.of(),
                Optional.empty(),
                Optional.of(Duration.ofHours(1)));
        office.wishes = new Circumstances(
                office.wishes.people(), new Routing(List.of(route)), List.of(), office.wishes.rhythm());

        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(toldWhom(office)).containsExactly("renewals@example.com", "dora@example.com", "chief@example.com");
    }

    @Test
    void a_deputy_who_is_none_any_more_is_followed_by_the_manager() {
        Office office = office();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        drain(office, NINE.plus(Duration.ofHours(5)));
        assertThat(toldWhom(office)).containsExactly("ann@example.com", "bob@example.com");

        office.wishes = new Circumstances(
                people(ann(Optional.empty(), Optional.of("boss@example.com"))),
                office.wishes.routing(),
                List.of(),
                office.wishes.rhythm());
        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(toldWhom(office)).containsExactly("ann@example.com", "bob@example.com", "boss@example.com");
    }

    @Test
    void where_the_deputy_is_away_as_well_the_manager_is_told_once_and_nobody_who_is_away() {
        Office office = office(
                ann(Optional.of("dan@example.com"), Optional.of("kim@example.com"), LEAVE),
                new Person(
                        "dan@example.com",
                        Optional.empty(),
                        new Calendar(ZoneOffset.UTC, Map.of(), Set.of(), List.of(LEAVE)),
                        Optional.empty(),
                        Optional.empty(),
                        DigestTimes.USUAL,
                        Optional.empty(),
                        Set.of()));

        office.take(NINE, flag("f1", FlagKind.RED, Severity.CRITICAL));
        drain(office, NINE.plus(Duration.ofDays(10)));

        assertThat(toldWhom(office)).containsExactly("kim@example.com");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HIGH, bob@example.com 2026-03-03T09:00:00Z, boss@example.com 2026-03-03T13:00:00Z",
        "CRITICAL, boss@example.com 2026-03-02T10:00:00Z,"
    })
    void where_all_who_are_left_of_the_line_are_away_on_that_day_it_is_not_over(
            Severity severity, String second, @Nullable String third) {
        var today = new Absence(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));
        Office office = office(
                ann(Optional.of("bob@example.com"), Optional.of("boss@example.com")),
                ann("bob@example.com", today),
                ann("boss@example.com", today));

        office.take(NINE, flag("f1", FlagKind.RED, severity));
        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(told(office).stream().skip(1))
                .startsWith(Stream.of(second, third).filter(Objects::nonNull).toArray(String[]::new))
                .doesNotHaveDuplicates();
        assertThat(office.progress.values())
                .allSatisfy(one -> assertThat(one.news()).isEqualTo(News.NONE));
    }

    @Test
    void what_waits_for_somebody_of_the_line_to_be_back_is_acknowledged_meanwhile() {
        Office office = office(ann(Optional.empty(), Optional.of("boss@example.com")), ann("boss@example.com", LEAVE));
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        drain(office, NINE.plus(Duration.ofDays(1)));
        assertThat(office.progress.values())
                .singleElement()
                .satisfies(one -> assertThat(one.held()).contains(Why.OUT_OF_HOURS));

        office.acknowledge(office.alerts.values().iterator().next(), "ann@example.com");
        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(toldWhom(office)).containsExactly("ann@example.com");
    }

    private static List<String> toldWhom(Office office) {
        return office.aloud().stream().map(Office.Sent::person).toList();
    }

    @Test
    void whoever_was_given_something_hears_of_it_though_it_goes_by_the_digest_and_beyond_the_budget() {
        Office office = office(ann(Optional.empty(), Optional.empty()), person("dan@example.com", null, null));
        for (int i = 0; i < 3; i++) { // dan's budget
            office.take(NINE.plusSeconds(400L * i), flagOf("A" + i, "dan@example.com"));
        }
        Instant later = NINE.plusSeconds(4_000);
        office.take(later, flag("f1", FlagKind.EXPANSION_READY, Severity.INFO));
        assertThat(office.aloud()).hasSize(3);

        office.assign(
                office.alerts.values().stream()
                        .filter(alert -> alert.episode().kind().equals("EXPANSION_READY"))
                        .findFirst()
                        .orElseThrow(),
                "dan@example.com");
        office.look(later.plusSeconds(1));

        assertThat(told(office).getLast()).isEqualTo("dan@example.com " + later.plusSeconds(1));
        assertThat(because(office).getLast()).isEqualTo("it was given to you");
    }

    private static FlagRaised flagOf(String name, String owner) {
        return AnAccount.named(name).ownedBy(owner).latePayment("f", 0);
    }

    @Test
    void what_somebody_acknowledged_goes_nowhere_else() {
        Office office = office();
        office.take(NINE, flag("f1", FlagKind.RED, Severity.HIGH));
        office.progress.replaceAll((id, one) -> one.acknowledged());

        drain(office, NINE.plus(Duration.ofDays(20)));

        assertThat(office.aloud()).hasSize(1);
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
}
