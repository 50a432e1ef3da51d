package dev.bellwether.alert.testing;

import static dev.bellwether.alert.testing.Callers.manager;

import dev.bellwether.alert.policy.people.Absence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Managers who work from nine to five in zones of their own, from Monday to Friday, are away for a while, and stand in
 * for each other.
 */
public record Staff(String name, List<Member> members) {

    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Europe/London", "UTC");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    /** One of them. */
    public record Member(String email, ZoneId zone, Absence away) {

        /** Whether it is a time at which this one may be told. */
        public boolean works(Instant at) {
            ZonedDateTime local = at.atZone(zone);
            LocalDate day = local.toLocalDate();
            LocalTime time = local.toLocalTime();
            return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                    && !time.isBefore(NINE)
                    && time.isBefore(FIVE)
                    && (day.isBefore(away.from()) || day.isAfter(away.until()));
        }

        /** The Monday of the week. */
        public LocalDate week(Instant at) {
            LocalDate day = at.atZone(zone).toLocalDate();
            return day.minusDays(day.getDayOfWeek().getValue() - 1L);
        }
    }

    public static Staff of(String name, int number, LocalDate from, int days, Random random) {
        return new Staff(
                name,
                IntStream.range(0, number)
                        .mapToObj(i -> {
                            LocalDate away = from.plusDays(random.nextInt(days));
                            return new Member(
                                    email(name, i),
                                    ZoneId.of(ZONES.get(i % ZONES.size())),
                                    new Absence(away, away.plusDays(random.nextInt(10))));
                        })
                        .toList());
    }

    private static String email(String name, int i) {
        return name + "-" + i + "@example.com";
    }

    public Member member(String email) {
        return members.stream()
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(email + " is none of the staff"));
    }

    /** Tells the service about them. */
    public void introduce(int weeklyBudget) {
        for (int i = 0; i < members.size(); i++) {
            manager()
                    .contentType("application/json")
                    .body(document(members.get(i), email(name, (i + 1) % members.size()), weeklyBudget))
                    .put("/v1/people/" + members.get(i).email())
                    .then()
                    .statusCode(200);
        }
    }

    private static String document(Member member, String deputy, int weeklyBudget) {
        String hours = "{\"from\": \"09:00\", \"until\": \"17:00\"}";
        String week = IntStream.rangeClosed(1, 5)
                .mapToObj(day -> "\"" + DayOfWeek.of(day).name().toLowerCase(Locale.ROOT) + "\": " + hours)
                .collect(Collectors.joining(", "));
        return """
                {"zone": "%s", "workHours": {%s}, "absences": [{"from": "%s", "until": "%s"}],
                 "deputy": "%s", "weeklyBudget": %d}
                """.formatted(
                        member.zone(), week, member.away().from(), member.away().until(), deputy, weeklyBudget);
    }
}
