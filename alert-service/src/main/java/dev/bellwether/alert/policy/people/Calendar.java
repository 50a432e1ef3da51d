package dev.bellwether.alert.policy.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a person works.
 *
 * @param week the hours of each day of the week on which the person works; empty: always, since nobody said otherwise
 * @param holidays days without work
 * @param absences days on which somebody stands in
 */
public record Calendar(ZoneId zone, Map<DayOfWeek, Hours> week, Set<LocalDate> holidays, List<Absence> absences) {

    /** Looking further ahead than this finds no work either: a year of holidays is no calendar. */
    private static final int LONGEST_LOOK_DAYS = 400;

    public Calendar {
        week = week.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(week));
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
        absences = List.copyOf(absences);
    }

    /** Somebody who always works. */
    public static Calendar always(ZoneId zone) {
        return new Calendar(zone, Map.of(), Set.of(), List.of());
    }

    /** Whether the person is away on that day, so that the deputy is told. */
    public boolean away(Instant at) {
        return away(at.atZone(zone).toLocalDate());
    }

    private boolean away(LocalDate day) {
        return holidays.contains(day) || absences.stream().anyMatch(absence -> absence.holds(day));
    }

    /** When work begins on the first later day on which the person is not away; empty when that is not to be seen. */
    Optional<Instant> back(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                .limit(LONGEST_LOOK_DAYS)
                .filter(day -> !away(day) && (week.isEmpty() || week.containsKey(day.getDayOfWeek())))
                .findFirst()
                .map(day -> at(day, beginning(day)));
    }

    private LocalTime beginning(LocalDate day) {
        Hours hours = week.get(day.getDayOfWeek());
        return hours == null ? LocalTime.MIDNIGHT : hours.from();
    }

    /** Whether the person is at work by the hours of the week; absences and holidays are asked for by themselves. */
    public boolean works(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        Hours hours = week.get(local.getDayOfWeek());
        return week.isEmpty() || (hours != null && hours.holds(local.toLocalTime()));
    }

    /** When work begins next after a moment without work, by the hours of the week. */
    public Instant nextStart(Instant after) {
        LocalDate day = after.atZone(zone).toLocalDate();
        for (int i = 0; i <= 7; i++) {
            Hours hours = week.get(day.plusDays(i).getDayOfWeek());
            if (hours != null) {
                Instant start = at(day.plusDays(i), hours.from());
                if (start.isAfter(after)) {
                    return start;
                }
            }
        }
        return after;
    }

    /**
     * When so much work time has passed. Holidays do not count; days of an absence do, so that what an absent person
     * does not see is passed on no later than what a present one overlooks.
     */
    public Instant afterWork(Instant from, Duration work) {
        if (week.isEmpty()) {
            return from.plus(work);
        }
        Duration left = work;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < LONGEST_LOOK_DAYS; i++, day = day.plusDays(1)) {
            Hours hours = holidays.contains(day) ? null : week.get(day.getDayOfWeek());
            if (hours != null) {
                Instant start = later(from, at(day, hours.from()));
                Duration today = Duration.between(start, end(day, hours));
                if (left.compareTo(today) <= 0) {
                    return start.plus(left);
                }
                left = today.isNegative() ? left : left.minus(today);
            }
        }
        return from.plus(work);
    }

    /** When the week began in which a moment lies: Monday, in the person's zone. */
    public Instant weekStart(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return at(day.minusDays(day.getDayOfWeek().getValue() - 1L), LocalTime.MIDNIGHT);
    }

    private Instant end(LocalDate day, Hours hours) {
        boolean wholeDay = hours.until().equals(LocalTime.MIDNIGHT);
        return wholeDay ? at(day.plusDays(1), LocalTime.MIDNIGHT) : at(day, hours.until());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
