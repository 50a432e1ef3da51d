package dev.bellwether.alert.policy.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a person's digests are due. */
public final class Schedule {

    /** A digest that could not be made for so long is left out; the next one tells of the same time. */
    private static final Duration LATEST = Duration.ofHours(12);

    private Schedule() {}

    /**
     * The day whose daily digest is due at a moment: its hour has come, the person works on that day, and it is not so
     * late that it would be read as tomorrow's.
     */
    public static Optional<LocalDate> daily(Person person, Instant now) {
        Calendar calendar = person.calendar();
        ZonedDateTime local = now.atZone(calendar.zone());
        LocalDate day = local.toLocalDate();
        Instant at = day.atTime(person.digest().at()).atZone(calendar.zone()).toInstant();
        boolean workday = calendar.week().isEmpty() || calendar.week().containsKey(day.getDayOfWeek());
        boolean due = !now.isBefore(at) && now.isBefore(at.plus(LATEST)) && workday && !calendar.away(now);
        return due ? Optional.of(day) : Optional.empty();
    }

    /** The day whose weekly digest is due at a moment. */
    public static Optional<LocalDate> weekly(Person person, Instant now) {
        return daily(person, now)
                .filter(day ->
                        person.digest().weekly().map(day.getDayOfWeek()::equals).orElse(false));
    }
}
