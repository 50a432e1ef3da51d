package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.NamedRenewal;
import dev.bellwether.contracts.agreed.Versions;
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
     * A contract folded from its versions, with the terms that renewed so.
     *
     * @param versions of one contract, at least one
     * @param zone in which the day of a version is counted
     * @param accountCurrency stands in while the contract names none
     */
    public static Contract fold(Collection<ContractChanged> versions, ZoneId zone, @Nullable String accountCurrency) {
        return Versions.fold(versions, zone, accountCurrency).after(of(versions, zone));
    }

    /**
     * Those that were not taken back, oldest first; no two end on the same day.
     *
     * @param versions of one contract
     * @param zone in which the day of a version is counted
     */
    static List<NamedRenewal> of(Collection<ContractChanged> versions, ZoneId zone) {
        List<ContractChanged> known = new ArrayList<>();
        var renewed = new TreeMap<LocalDate, NamedRenewal>();
        Contract before = null;
        for (Map.Entry<LocalDate, List<ContractChanged>> said :
                Versions.byDay(versions, zone).entrySet()) {
            known.addAll(said.getValue());
            Contract after = Versions.fold(known, zone, null);
            renewed(before, after, said.getKey())
                    .ifPresent(renewal -> renewed.put(renewal.term().endsOn(), renewal));
            before = after;
        }
        Period agreed = before == null ? null : before.period();
        return renewed.values().stream()
                .filter(renewal -> agreed != null && isLater(agreed, renewal.term()))
                .toList();
    }

    private static Optional<NamedRenewal> renewed(@Nullable Contract before, Contract after, LocalDate day) {
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
                .filter(term -> isLater(next, term)
                        && !next.startsOn().isAfter(term.endsOn().plusDays(1)))
                .map(term -> new NamedRenewal(term, next, day));
    }

    private static boolean isLater(Period next, Period term) {
        return next.startsOn().isAfter(term.startsOn()) && next.endsOn().isAfter(term.endsOn());
    }
}
