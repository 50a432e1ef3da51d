package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tickets of a company: a steady few, at times a flood, some urgent, some never solved, some reopened. */
final class Support {

    private Support() {}

    static void happens(Chance chance, LocalDate first, LocalDate last, List<Fact> facts) {
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        int usual = chance.oneIn(3) ? 0 : chance.below(12);
        for (int i = 0; i < usual; i++) {
            ticket(chance, "ticket-" + i, first.plusDays(chance.below(days + 1)), last, facts);
        }
        if (chance.oneIn(2)) {
            LocalDate flood = first.plusDays(chance.below(days + 1));
            for (int i = chance.between(2, 12); i > 0; i--) {
                LocalDate day = flood.plusDays(chance.below(8));
                ticket(chance, "flood-" + i, day.isAfter(last) ? last : day, last, facts);
            }
        }
    }

    private static void ticket(Chance chance, String id, LocalDate day, LocalDate last, List<Fact> facts) {
        Occurrence opened = chance.on(day);
        say(chance, opened, id, chance.oneIn(9) ? null : TicketStatus.OPEN, null, facts);
        int changes = chance.below(4);
        LocalDate on = day;
        for (int i = 0; i < changes; i++) {
            on = on.plusDays(chance.oneOf(List.of(0, 1, 2, 7, 8, 20)));
            if (on.isAfter(last)) {
                return;
            }
            boolean solved = chance.oneIn(2);
            Occurrence at = chance.on(on);
            say(
                    chance,
                    at,
                    id,
                    solved ? TicketStatus.SOLVED : chance.maybe(() -> chance.oneOf(List.of(TicketStatus.values()))),
                    solved ? chance.maybe(at::at) : null,
                    facts);
        }
    }

    private static void say(
            Chance chance,
            Occurrence at,
            String id,
            @Nullable TicketStatus status,
            @Nullable Instant solvedAt,
            List<Fact> facts) {
        facts.add(new TicketChanged(
                at,
                id,
                // tickets often tell of an opening before anybody told us of them
                chance.maybe(() -> at.at().minus(Duration.ofHours(chance.oneOf(List.of(0, 1, 24, 200))))),
                status,
                chance.maybe(() -> chance.oneIn(3) ? Priority.URGENT : chance.oneOf(List.of(Priority.values()))),
                solvedAt));
    }
}
