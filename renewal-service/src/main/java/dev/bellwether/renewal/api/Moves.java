package dev.bellwether.renewal.api;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Versions;
import dev.bellwether.renewal.term.Comeback;
import dev.bellwether.renewal.term.Course;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;

/** Moves that no contract makes once it ran: they would undo what was told and counted of it. */
final class Moves {

    private Moves() {}

    /**
     * What is illegal about a version. What was said wrongly today can be put right today.
     *
     * @param before the versions that are known
     * @param zone in which days are counted
     */
    static List<Problem> illegal(ContractChanged version, List<ContractChanged> before, ZoneId zone) {
        Set<ContractKind> ran =
                ran(before, zone, version.occurredAt().atZone(zone).toLocalDate());
        List<Problem> problems = new ArrayList<>();
        if (version.status() == ContractStatus.DRAFT && !ran.isEmpty()) {
            problems.add(new Problem(
                    "/status",
                    "must not be draft once the contract ran: say cancelled with cancelledOn, or ended;"
                            + " what is not agreed yet is a contract with an id of its own"));
        }
        if (version.kind() == ContractKind.TRIAL && ran.contains(ContractKind.SUBSCRIPTION)) {
            problems.add(
                    new Problem(
                            "/kind",
                            "must not be trial once the contract ran as a subscription: a trial is a contract with an id of its own"));
        }
        if (isTakenUpAgain(version, before, zone)) {
            problems.add(
                    new Problem(
                            "/startsOn",
                            "must be named, with endsOn, once the last term is over: what ended stays ended, and a new term begins"));
        }
        return problems;
    }

    /** A first day that the version does not name is one that nobody agreed. */
    private static boolean isTakenUpAgain(ContractChanged version, List<ContractChanged> before, ZoneId zone) {
        if (before.isEmpty()) {
            return false;
        }
        List<ContractChanged> all = new ArrayList<>(before);
        all.add(version);
        Contract was = Versions.fold(before, zone, null);
        Contract is = Versions.fold(all, zone, null);
        LocalDate today = version.occurredAt().atZone(zone).toLocalDate();
        boolean runs = Course.of(is, today).standing().runs();
        return Comeback.isLongOver(was, today)
                && (was.dates().equals(is.dates())
                        ? runs || version.status() == ContractStatus.ACTIVE
                        : runs && !Objects.equals(version.startsOn(), is.dates().firstDay()));
    }

    /** What the contract was on days before today, by what was said by then. */
    private static Set<ContractKind> ran(List<ContractChanged> versions, ZoneId zone, LocalDate today) {
        NavigableMap<LocalDate, List<ContractChanged>> byDay =
                Versions.byDay(versions, zone).headMap(today, false);
        Set<ContractKind> ran = EnumSet.noneOf(ContractKind.class);
        List<ContractChanged> known = new ArrayList<>();
        for (Map.Entry<LocalDate, List<ContractChanged>> said : byDay.entrySet()) {
            known.addAll(said.getValue());
            LocalDate next = byDay.higherKey(said.getKey());
            Contract contract = Versions.fold(known, zone, null);
            LocalDate first = contract.dates().firstDay();
            LocalDate until = next == null ? today : next;
            if (contract.status() != ContractStatus.DRAFT && first != null && first.isBefore(until)) {
                ran.add(contract.kind());
            }
        }
        return ran;
    }
}
