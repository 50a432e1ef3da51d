package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Channel;
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
import dev.bellwether.contracts.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An office with one manager, ann, whose deputy is bob and whose boss is boss; it works from nine to six in UTC. */
abstract class OfficeStory {

    /** A Monday. */
    static final Instant NINE = AnAccount.NINE;

    static final Instant NIGHT = Instant.parse("2026-03-02T22:00:00Z");
    static final Rhythm RHYTHM = new Rhythm(Duration.ZERO, Duration.ofMinutes(5), 5, 3, Set.of(Severity.CRITICAL));

    static final Absence LEAVE = new Absence(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 14));

    final AnAccount acme = AnAccount.named("Acme");

    FlagRaised flag(String id, FlagKind kind, Severity severity) {
        return acme.raised(id, 0, kind, severity);
    }

    static void silence(Office office, Silence.Target target) {
        silence(office, target, new Silence.End.At(NINE.plus(Duration.ofHours(2))));
    }

    static void silence(Office office, Silence.Target target, Silence.End end) {
        var silence = new Silence(UUID.randomUUID(), target, NINE, end, "ann", "test");
        office.wishes = new Circumstances(
                office.wishes.people(), office.wishes.routing(), List.of(silence), office.wishes.rhythm());
    }

    /** Looks whenever something is due, until then. */
    static void drain(Office office, Instant until) {
        office.look(NINE);
        for (Optional<Instant> next = office.next();
                next.filter(at -> !at.isAfter(until)).isPresent();
                next = office.next()) {
            office.look(next.orElseThrow());
        }
    }

    static List<String> told(Office office) {
        return office.aloud().stream()
                .map(sent -> sent.person() + " " + sent.at())
                .toList();
    }

    static List<String> because(Office office) {
        return office.aloud().stream()
                .map(sent -> sent.parcel() instanceof Parcel.Letter letter
                        ? letter.tell().because()
                        : "")
                .toList();
    }

    static Office office(Absence... absences) {
        return office(ann(Optional.of("bob@example.com"), Optional.of("boss@example.com"), absences));
    }

    static Office office(Person first, Person... more) {
        People people = people(Stream.concat(Stream.of(first), Stream.of(more)).toArray(Person[]::new));
        return new Office(new Circumstances(people, Routing.USUAL, List.of(), RHYTHM), Duration.ofDays(1));
    }

    static People people(Person... known) {
        Map<String, Person> byEmail = Stream.of(known).collect(Collectors.toMap(Person::email, Function.identity()));
        return new People(byEmail, ZoneOffset.UTC, "queue@example.com", EnumSet.allOf(Channel.class));
    }

    /** Somebody who always works. */
    static Person person(String email, @Nullable String deputy, @Nullable String manager) {
        return new Person(
                email,
                Optional.empty(),
                Calendar.always(ZoneOffset.UTC),
                Optional.ofNullable(deputy),
                Optional.ofNullable(manager),
                DigestTimes.USUAL,
                Optional.empty(),
                Set.of());
    }

    static Person ann(Optional<String> deputy, Optional<String> manager, Absence... absences) {
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
