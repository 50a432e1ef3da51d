package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The users of a company: who they are, and their habits, which change on some day. */
record People(List<String> ids) {

    private static final List<String> FEATURES = List.of("export", "login", "report", "heartbeat");
    private static final List<String> MAILS =
            List.of("x@acme.example", "y@Bellwether.Example", "z@sub.bellwether.example", "w@bellwether.example");

    // more than binary arithmetic can hold
    private static final BigDecimal MANY_DIGITS = new BigDecimal("333333333333.333333");

    static People of(Chance chance, LocalDate first, LocalDate last, List<Fact> facts) {
        List<String> ids = IntStream.range(0, chance.between(1, 9))
                .mapToObj(i -> "user-" + i)
                .toList();
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        for (String id : ids) {
            for (int versions = chance.below(4); versions > 0; versions--) {
                Occurrence at = chance.on(first.plusDays(chance.below(days + 1)));
                facts.add(described(chance, id, at));
                if (chance.oneIn(3)) {
                    // within the same microsecond, which is one instant
                    facts.add(described(chance, id, chance.at(at.at().plusNanos(chance.below(1_000)))));
                }
            }
        }
        return new People(ids);
    }

    private static UserDescribed described(Chance chance, String id, Occurrence at) {
        return new UserDescribed(
                at,
                id,
                chance.maybe(() -> chance.oneIn(2) ? MAILS.getFirst() : chance.oneOf(MAILS)),
                chance.maybe(() -> "Name of " + id),
                chance.maybe(() -> "role-" + chance.below(3)),
                chance.maybe(() -> chance.oneIn(3)),
                chance.maybe(() -> chance.oneIn(6)),
                chance.maybe(() -> chance.oneIn(5)));
    }

    void use(Chance chance, LocalDate first, LocalDate last, List<Fact> facts) {
        boolean weekdaysOnly = chance.oneIn(2);
        LocalDate turn = first.plusDays(chance.below((int) (last.toEpochDay() - first.toEpochDay()) + 1));
        for (String id : ids) {
            int before = chance.between(1, 12);
            int after = chance.oneIn(3) ? 1_000 : chance.between(1, 30);
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                boolean atWork = !weekdaysOnly || day.getDayOfWeek().getValue() <= 5;
                if (atWork && chance.oneIn(day.isBefore(turn) ? before : after)) {
                    facts.add(used(chance, id, day));
                }
            }
        }
    }

    private static UsageRecorded used(Chance chance, String id, LocalDate day) {
        return new UsageRecorded(chance.on(day), id, chance.oneOf(FEATURES), quantity(chance));
    }

    private static BigDecimal quantity(Chance chance) {
        return switch (chance.below(20)) {
            case 0 -> MANY_DIGITS;
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> BigDecimal.ONE;
            default -> BigDecimal.valueOf(chance.between(0, 4_000), chance.below(4));
        };
    }
}
