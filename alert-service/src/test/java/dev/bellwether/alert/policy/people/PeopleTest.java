package dev.bellwether.alert.policy.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alert.policy.Channel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T11:00:00Z");

    @ParameterizedTest(name = "{0} + {1} of work is {2}")
    @CsvSource({
        "2026-03-02T08:00:00Z, PT4H, 2026-03-02T12:00:00Z",
        "2026-03-02T15:00:00Z, PT4H, 2026-03-03T11:00:00Z",
        "2026-03-06T15:00:00Z, PT2H, 2026-03-09T09:00:00Z",
        "2026-03-07T12:00:00Z, PT1H, 2026-03-09T09:00:00Z",
        "2026-03-27T15:30:00Z, PT1H, 2026-03-30T07:30:00Z"
    })
    void work_time_passes_in_work_hours_alone_and_through_the_change_of_the_clock(
            Instant from, Duration work, Instant expected) {
        assertThat(office(List.of()).afterWork(from, work)).isEqualTo(expected);
    }

    @Test
    void somebody_who_named_no_hours_always_works() {
        Calendar always = Calendar.always(BERLIN);

        assertThat(always.works(Instant.parse("2026-03-01T02:00:00Z"))).isTrue();
        assertThat(always.afterWork(MONDAY_NOON, Duration.ofHours(1))).isEqualTo(MONDAY_NOON.plusSeconds(3_600));
    }

    @Test
    void work_begins_next_on_the_next_day_of_work() {
        assertThat(office(List.of()).nextStart(Instant.parse("2026-03-06T17:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
    }

    @Test
    void an_absence_is_stood_in_for_along_the_chain() {
        People people = people(
                person("ann@x", "bob@x", away()), person("bob@x", "cy@x", away()), person("cy@x", "ann@x", List.of()));

        Duty duty = people.onDuty("ann@x", MONDAY_NOON);

        assertThat(duty.person().email()).isEqualTo("cy@x");
        assertThat(duty.standsInFor()).containsExactly("ann@x", "bob@x");
    }

    @Test
    void a_circle_of_absences_ends_with_the_first() {
        People people = people(person("ann@x", "bob@x", away()), person("bob@x", "ann@x", away()));

        assertThat(people.onDuty("ann@x", MONDAY_NOON).person().email()).isEqualTo("ann@x");
    }

    @Test
    void nobody_stands_in_line_twice() {
        Person ann = person("ann@x", "bob@x", List.of());
        Person same = new Person(
                ann.email(),
                ann.slackId(),
                ann.calendar(),
                ann.deputy(),
                ann.deputy(),
                ann.digest(),
                ann.budget(),
                ann.channels());

        assertThat(people(same).lineAfter("Ann@x")).containsExactly("bob@x");
        assertThat(people().lineAfter("nobody@x")).isEmpty();
    }

    @Test
    void hours_and_absences_that_end_before_they_begin_are_refused() {
        assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.of(9, 0))).hasMessageContaining("12:00");
        assertThatThrownBy(() -> new Absence(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)))
                .hasMessageContaining("2026-03-02");
    }

    @ParameterizedTest(name = "{0}: daily {1}, weekly {2}")
    @CsvSource({
        "2026-03-02T06:59:59Z, false, false",
        "2026-03-02T07:00:00Z, true, true",
        "2026-03-03T07:00:00Z, true, false",
        "2026-03-03T19:00:00Z, false, false",
        "2026-03-07T07:00:00Z, false, false"
    })
    void digests_are_due_at_eight_on_days_of_work_and_on_mondays(Instant now, boolean daily, boolean weekly) {
        Person ann = person("ann@x", "bob@x", List.of());

        assertThat(Schedule.daily(ann, now).isPresent()).isEqualTo(daily);
        assertThat(Schedule.weekly(ann, now).isPresent()).isEqualTo(weekly);
    }

    private static List<Absence> away() {
        return List.of(new Absence(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)));
    }

    private static Person person(String email, String deputy, List<Absence> absences) {
        return new Person(
                email,
                Optional.empty(),
                office(absences),
                Optional.of(deputy),
                Optional.empty(),
                DigestTimes.USUAL,
                Optional.empty(),
                Set.of());
    }

    private static Calendar office(List<Absence> absences) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        }
        return new Calendar(BERLIN, week, Set.of(), absences);
    }

    private static People people(Person... all) {
        Map<String, Person> byEmail = new HashMap<>();
        for (Person person : all) {
            byEmail.put(person.email(), person);
        }
        return new People(byEmail, BERLIN, "queue@x", EnumSet.allOf(Channel.class));
    }
}
