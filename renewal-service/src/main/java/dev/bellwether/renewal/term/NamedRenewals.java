package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Terms that renewed because the source named the next one, as most do that know no automatic renewal: it begins after
 * the old one began, no later than the day after its end, and ends after it.
 */
public final class NamedRenewals {

    private NamedRenewals() {}

    /**
     * Those terms as cases, each with the milestones that had come when the next term was named.
     *
     * @param versions of one contract
     * @param zone in which the day of a version is counted
     */
    public static List<PastTerm> of(Collection<ContractChanged> versions, ZoneId zone) {
        var byDay = new TreeMap<LocalDate, List<ContractChanged>>();
        versions.forEach(version -> byDay.computeIfAbsent(
                        version.occurredAt().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                .add(version));
        List<ContractChanged> known = new ArrayList<>();
        List<PastTerm> renewed = new ArrayList<>();
        Contract before = null;
        for (Map.Entry<LocalDate, List<ContractChanged>> said : byDay.entrySet()) {
            known.addAll(said.getValue());
            Contract after = Versions.fold(known, zone, null);
            renewed(before, after, said.getKey()).ifPresent(renewed::add);
            before = after;
        }
        return renewed;
    }

    private static Optional<PastTerm> renewed(@Nullable Contract before, Contract after, LocalDate day) {
        Period next = after.period();
        if (before == null
                || next == null
                || next.equals(before.period())
                || after.kind() != ContractKind.SUBSCRIPTION
                || after.status() != ContractStatus.ACTIVE) {
            return Optional.empty();
        }
        return Course.of(before, day)
                .standing()
                .period()
                .filter(term -> follows(next, term))
                .map(term -> new PastTerm(
                        before.contractId(),
                        term.endsOn(),
                        before.milestones(term).stream()
                                .filter(milestone -> !milestone.dueOn().isAfter(day))
                                .toList(),
                        true));
    }

    private static boolean follows(Period next, Period term) {
        return next.startsOn().isAfter(term.startsOn())
                && !next.startsOn().isAfter(term.endsOn().plusDays(1))
                && next.endsOn().isAfter(term.endsOn());
    }
}
