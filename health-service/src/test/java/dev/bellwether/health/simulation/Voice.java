package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.SurveyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the people of a company answer, say in public, and what their customer success manager thinks. */
final class Voice {

    private Voice() {}

    static void happens(Chance chance, LocalDate first, LocalDate last, List<String> users, List<Fact> facts) {
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        boolean happy = chance.oneIn(2);
        for (int i = chance.below(14); i > 0; i--) {
            facts.add(answered(chance, chance.on(first.plusDays(chance.below(days + 1))), chance.oneOf(users), happy));
        }
        for (int i = chance.oneIn(2) ? 0 : chance.below(6); i > 0; i--) {
            facts.add(new Mentioned(
                    chance.on(first.plusDays(chance.below(days + 1))),
                    chance.maybe(() -> "network"),
                    chance.oneOf(List.of(
                            new BigDecimal("-1"),
                            new BigDecimal("-0.25"),
                            new BigDecimal("-0.2499"),
                            new BigDecimal("0.250"),
                            BigDecimal.ONE)),
                    null,
                    chance.maybe(() -> "text")));
        }
        for (int i = chance.below(4); i > 0; i--) {
            facts.add(new PulseTaken(
                    chance.on(first.plusDays(chance.below(days + 1))), chance.between(1, 5), "csm", null));
        }
    }

    private static SurveyAnswered answered(Chance chance, Occurrence at, String user, boolean happy) {
        return switch (chance.below(5)) {
            case 0 -> new SurveyAnswered(at, user, SurveyKind.CSAT, chance.between(1, 5), 5, null);
            case 1 -> {
                int scale = chance.oneOf(List.of(5, 7, 10));
                yield new SurveyAnswered(at, user, SurveyKind.CES, chance.between(1, scale), scale, null);
            }
            default ->
                new SurveyAnswered(
                        at, user, SurveyKind.NPS, happy ? chance.between(7, 10) : chance.below(11), 10, "comment");
        };
    }
}
