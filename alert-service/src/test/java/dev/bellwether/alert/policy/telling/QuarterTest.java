package dev.bellwether.alert.policy.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.people.Absence;
import dev.bellwether.alert.policy.people.Calendar;
import dev.bellwether.alert.policy.people.DigestTimes;
import dev.bellwether.alert.policy.people.Hours;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Routing;
import dev.bellwether.alert.policy.route.Timing;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.ManyFlags;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A quarter of flags of 200 accounts and 8 managers, with a service that is down for hours, events that come again and a
 * clock that jumps: nothing is lost, nothing is told twice, every budget and work hour is kept.
 */
class QuarterTest {

    private static final int ACCOUNTS = 200;
    private static final int DAYS = 90;
    private static final int BUDGET = 12;
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC");

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_is_lost_nothing_is_told_twice_and_every_budget_and_work_hour_is_kept(long seed) {
        Random random = new Random(seed);
        Office office = office(random);
        ManyFlags flags = new ManyFlags(
                random,
                IntStream.range(0, ACCOUNTS).mapToObj(QuarterTest::account).toList());
        List<HealthEvent> past = new ArrayList<>();
        Instant now = AnAccount.NINE;
        Instant end = now.plus(Duration.ofDays(DAYS));

        while (now.isBefore(end)) {
            now = now.plus(pause(random));
            for (int i = 0; i <= random.nextInt(3); i++) {
                past.add(flags.next(now));
                office.take(now, past.getLast());
            }
            if (random.nextInt(5) == 0) { // a redelivery after a crash
                office.take(now, past.get(random.nextInt(past.size())));
            }
            if (random.nextInt(20) == 0) {
                acknowledgeSomething(office, random);
            }
            check(office, now);
        }
        drain(office, end.plus(Duration.ofDays(60)));

        assertNothingIsLost(office);
        assertNothingIsToldTwice(office);
        assertBudgetsAreKept(office);
        assertEverythingHappened(office);
    }

    /** What never happens is kept to by anybody. */
    private static void assertEverythingHappened(Office office) {
        assertThat(office.aloud()).hasSizeGreaterThan(200);
        assertThat(office.sent.stream()
                        .flatMap(sent -> sent.parcel().cases().stream())
                        .map(Case::news))
                .contains(News.FIRST, News.WORSE, News.BACK, News.UNACKNOWLEDGED, News.OVER);
        assertThat(office.whys).contains(Why.BUDGET, Why.OUT_OF_HOURS, Why.COOL_DOWN, Why.DIGEST_ROUTE);
    }

    /** Mostly minutes; sometimes the service was down for hours, and sometimes the clock is set back. */
    private static Duration pause(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> Duration.ofMinutes(60 + random.nextInt(600));
            case 1 -> Duration.ofMinutes(-5);
            default -> Duration.ofMinutes(random.nextInt(180));
        };
    }

    private static AnAccount account(int number) {
        return new AnAccount("acc-" + number, "Account " + number, number % 9 == 8 ? null : csm(number % 9));
    }

    private static String csm(int number) {
        return "csm" + number + "@example.com";
    }

    private static void acknowledgeSomething(Office office, Random random) {
        var standing = office.alerts.values().stream()
                .filter(alert -> alert.state() instanceof AlertState.Open)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        if (!standing.isEmpty()) {
            office.acknowledge(standing.get(random.nextInt(standing.size())), "somebody@example.com");
        }
    }

    private int checked;

    /** What was sent since the last check kept to the hours of whoever it was sent to. */
    private void check(Office office, Instant now) {
        List<Office.Sent> sent = office.sent;
        for (; checked < sent.size(); checked++) {
            Office.Sent one = sent.get(checked);
            Person person = office.wishes.people().of(one.person());
            assertThat(office.wishes.people().onDuty(one.person(), one.at()).person())
                    .as("%s is there at %s", one.person(), one.at())
                    .isEqualTo(person);
            boolean atOnce = one.parcel().cases().stream()
                    .anyMatch(each -> office.wishes.routing().of(each.traits()).timing() == Timing.AT_ONCE);
            assertThat(atOnce
                            || (person.calendar().works(one.at())
                                    && !person.calendar().away(one.at())))
                    .as("%s works at %s, checked at %s", one.person(), one.at(), now)
                    .isTrue();
        }
    }

    private void drain(Office office, Instant until) {
        for (Optional<Instant> next = office.next();
                next.filter(at -> !at.isAfter(until)).isPresent();
                next = office.next()) {
            office.look(next.orElseThrow());
            check(office, next.orElseThrow());
        }
    }

    private static void assertNothingIsLost(Office office) {
        office.alerts.values().stream().filter(alert -> alert.state().live()).forEach(alert -> {
            Progress progress = office.progress.getOrDefault(alert.id(), Progress.NOTHING);
            boolean inDigest = progress.held()
                    .filter(Set.of(Why.BUDGET, Why.DIGEST_ROUTE)::contains)
                    .isPresent();
            boolean known = alert.state() instanceof AlertState.Acknowledged; // perhaps before anybody was told
            assertThat(known || inDigest || (progress.told().isPresent() && progress.news() == News.NONE))
                    .as("%s: %s", alert, progress)
                    .isTrue();
        });
    }

    private static void assertNothingIsToldTwice(Office office) {
        Set<String> told = new HashSet<>();
        for (Office.Sent sent : office.sent) {
            for (Case one : sent.parcel().cases()) {
                String what =
                        one.alert().id() + " " + one.news() + " " + one.alert().severity() + " " + sent.person();
                assertThat(told.add(what)).as("%s at %s", what, sent.at()).isTrue();
            }
        }
    }

    private static void assertBudgetsAreKept(Office office) {
        Map<String, Integer> weeks = new HashMap<>();
        for (Office.Sent sent : office.aloud()) {
            boolean exempt = sent.parcel().cases().stream()
                    .anyMatch(one -> one.alert().severity() == Severity.CRITICAL || one.news() == News.UNACKNOWLEDGED);
            Person person = office.wishes.people().of(sent.person());
            String week = sent.person() + " " + person.calendar().weekStart(sent.at());
            int messages = weeks.merge(week, 1, Integer::sum);
            assertThat(exempt || messages <= BUDGET)
                    .as("%s: message %s", week, messages)
                    .isTrue();
        }
    }

    private static Office office(Random random) {
        Map<String, Person> people = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            people.put(csm(i), person(i, random));
        }
        var known = new People(people, ZoneId.of("UTC"), "queue@example.com", EnumSet.allOf(Channel.class));
        var rhythm = new Rhythm(Duration.ofMinutes(1), Duration.ofMinutes(5), 5, BUDGET, Set.of(Severity.CRITICAL));
        return new Office(new Circumstances(known, Routing.USUAL, List.of(), rhythm), Duration.ofDays(1));
    }

    private static Person person(int number, Random random) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        }
        LocalDate away = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(DAYS));
        var calendar = new Calendar(
                ZoneId.of(ZONES.get(number % ZONES.size())),
                week,
                Set.of(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 5, 1)),
                List.of(new Absence(away, away.plusDays(random.nextInt(14)))));
        return new Person(
                csm(number),
                Optional.empty(),
                calendar,
                Optional.of(csm((number + 1) % 8)),
                Optional.of("boss@example.com"),
                DigestTimes.USUAL,
                Optional.empty(),
                Set.of());
    }
}
