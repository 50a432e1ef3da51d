package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Evidence;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.flag.FlagChange.Cleared;
import dev.bellwether.health.score.flag.FlagChange.Escalated;
import dev.bellwether.health.score.flag.FlagChange.Raised;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What becomes of an account's flags. A flag is raised once; while it is open it only becomes more severe, and its
 * evidence stays as it was announced.
 */
public final class Flags {

    private static final Finding LEFT =
            new Finding("The customer has left; the account is no longer watched.", new Evidence(Map.of(), List.of()));

    private Flags() {}

    /**
     * The changes, in the order of kinds. An account whose customer has left gets no flag and loses those it has.
     *
     * @param open at most one of each kind
     */
    public static List<FlagChange> next(List<OpenFlag> open, Situation situation) {
        if (situation.figures().churned()) {
            return open.stream().map(flag -> cleared(flag, LEFT)).toList();
        }
        Map<FlagKind, OpenFlag> byKind = byKind(open);
        List<FlagChange> changes = new ArrayList<>();
        for (FlagKind kind : FlagKind.values()) {
            Optional<OpenFlag> known = Optional.ofNullable(byKind.get(kind));
            Verdict verdict = Rules.judge(kind, situation, known);
            known.map(flag -> whileOpen(flag, verdict, situation))
                    .orElseGet(() -> whileNotOpen(kind, verdict, situation))
                    .ifPresent(changes::add);
        }
        return List.copyOf(changes);
    }

    /** The flags that are open after the changes, in the order of kinds. */
    public static List<OpenFlag> after(List<OpenFlag> open, List<FlagChange> changes) {
        Map<FlagKind, OpenFlag> byKind = byKind(open);
        for (FlagChange change : changes) {
            switch (change) {
                case Raised(OpenFlag flag) -> byKind.put(flag.kind(), flag);
                case Escalated(OpenFlag flag) -> byKind.put(flag.kind(), flag);
                case Cleared(OpenFlag flag) -> byKind.remove(flag.kind());
            }
        }
        return List.copyOf(byKind.values());
    }

    private static Map<FlagKind, OpenFlag> byKind(List<OpenFlag> open) {
        Map<FlagKind, OpenFlag> byKind = new EnumMap<>(FlagKind.class);
        open.forEach(flag -> byKind.put(flag.kind(), flag));
        return byKind;
    }

    private static Optional<FlagChange> whileOpen(OpenFlag flag, Verdict verdict, Situation situation) {
        return switch (verdict) {
            case Verdict.Holds(Severity severity, Supplier<Finding> finding) -> {
                boolean worse = severity.compareTo(flag.flag().severity()) > 0;
                yield worse && !situation.heldBack().contains(flag.kind())
                        ? Optional.of(new Escalated(flag.with(severity, finding.get())))
                        : Optional.empty();
            }
            case Verdict.Over(Supplier<Finding> finding) -> Optional.of(cleared(flag, finding.get()));
            case Verdict.Undecided() -> Optional.empty();
        };
    }

    private static Optional<FlagChange> whileNotOpen(FlagKind kind, Verdict verdict, Situation situation) {
        return switch (verdict) {
            case Verdict.Holds(Severity severity, Supplier<Finding> finding) ->
                situation.heldBack().contains(kind)
                        ? Optional.empty()
                        : Optional.of(new Raised(raised(kind, severity, finding.get(), situation)));
            case Verdict.Over(Supplier<Finding> ignored) -> Optional.empty();
            case Verdict.Undecided() -> Optional.empty();
        };
    }

    private static OpenFlag raised(FlagKind kind, Severity severity, Finding finding, Situation situation) {
        // the instant, not the day: a flag may be raised, cleared and raised again within one
        String flagId = situation.accountId() + ":" + kind.json() + ":" + situation.now();
        Flag flag = new Flag(flagId, kind, severity, situation.now(), finding.sentence(), finding.evidence());
        return new OpenFlag(flag, situation.figures().day());
    }

    private static FlagChange cleared(OpenFlag flag, Finding finding) {
        return new Cleared(flag.with(flag.flag().severity(), finding));
    }
}
