package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Score;
import dev.bellwether.health.score.Sight;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Looks at an account day by day as the engine would, and keeps what became of its flags. */
final class Watch {

    private final AccountMemory memory;
    private final Set<FlagKind> heldBack;
    private final List<String> told = new ArrayList<>();
    private Band band = Band.UNKNOWN;
    private List<OpenFlag> open = List.of();

    Watch(AccountMemory memory, Set<FlagKind> heldBack) {
        this.memory = memory;
        this.heldBack = heldBack;
    }

    static Watch of(AccountMemory memory) {
        return new Watch(memory, Set.of());
    }

    List<FlagChange> look(LocalDate day) {
        Figures figures = Figures.asOf(memory, day);
        Health health = Score.of(Model.defaultModel(), Sight.of(figures));
        band = health.band(band);
        Situation situation = new Situation(
                "acme",
                day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                figures,
                health,
                band,
                earlier -> Score.of(Model.defaultModel(), Sight.of(Figures.asOf(memory, earlier)))
                        .score(),
                heldBack);
        List<FlagChange> changes = Flags.next(open, situation);
        open = Flags.after(open, changes);
        changes.forEach(change -> told.add(tell(day, change)));
        return changes;
    }

    Watch daily(String from, String to) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(this::look);
        return this;
    }

    List<OpenFlag> open() {
        return open;
    }

    /** "2026-03-08 raised low" and so on, of one kind. */
    List<String> told(FlagKind kind) {
        return told.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.name().length() + 1))
                .toList();
    }

    String sentence(FlagKind kind) {
        return open.stream()
                .filter(flag -> flag.kind() == kind)
                .map(flag -> flag.flag().sentence())
                .findFirst()
                .orElseThrow();
    }

    private static String tell(LocalDate day, FlagChange change) {
        String what = switch (change) {
            case FlagChange.Raised(OpenFlag flag) ->
                "raised " + flag.flag().severity().json();
            case FlagChange.Escalated(OpenFlag flag) ->
                "escalated " + flag.flag().severity().json();
            case FlagChange.Cleared(OpenFlag ignored) -> "cleared";
        };
        return Objects.requireNonNull(change.flag().kind()) + " " + day + " " + what;
    }
}
