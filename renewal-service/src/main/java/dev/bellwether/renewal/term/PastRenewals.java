package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.PastRenewal;
import dev.bellwether.contracts.agreed.Versions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terms that renewed before the one that is agreed now. Most sources that know no automatic renewal name the next term:
 * it begins after the old one began, no later than the day after its end, and ends after it. Others name the term that
 * runs, when some have renewed by themselves since they last named one.
 */
public final class PastRenewals {

    private PastRenewals() {}

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
    static List<PastRenewal> of(Collection<ContractChanged> versions, ZoneId zone) {
        List<ContractChanged> known = new ArrayList<>();
        var renewed = new TreeMap<LocalDate, PastRenewal>();
        Contract before = null;
        for (Map.Entry<LocalDate, List<ContractChanged>> said :
                Versions.byDay(versions, zone).entrySet()) {
            known.addAll(said.getValue());
            Contract after = Versions.fold(known, zone, null);
            renewed(before, after, said.getKey())
                    .forEach(renewal -> renewed.put(renewal.term().endsOn(), renewal));
            before = after;
        }
        Period agreed = before == null ? null : before.period();
        return renewed.values().stream()
                .filter(renewal -> agreed != null && isLater(agreed, renewal.term()))
                .toList();
    }

    private static List<PastRenewal> renewed(@Nullable Contract before, Contract after, LocalDate day) {
        Period next = after.period();
        if (before == null
                || next == null
                || next.equals(before.period())
                || after.kind() != ContractKind.SUBSCRIPTION
                || after.status() != ContractStatus.ACTIVE) {
            return List.of();
        }
        Course course = Course.of(before, day);
        List<PastRenewal> renewed = new ArrayList<>(byThemselves(course, next));
        course.standing()
                .period()
                .filter(term -> isLater(next, term)
                        && !next.startsOn().isAfter(term.endsOn().plusDays(1)))
                .ifPresent(term -> renewed.add(new PastRenewal(term, next, day)));
        return renewed;
    }

    /** A term into which the next reaches was another than it seemed. */
    private static List<PastRenewal> byThemselves(Course course, Period next) {
        List<Period> terms = Stream.concat(
                        course.ends().stream()
                                .filter(end -> end.outcome() == Outcome.RENEWED)
                                .map(End::term),
                        course.standing().period().stream())
                .toList();
        return IntStream.range(0, terms.size() - 1)
                .filter(i -> terms.get(i).endsOn().isBefore(next.startsOn()))
                .mapToObj(i -> new PastRenewal(
                        terms.get(i), terms.get(i + 1), terms.get(i).endsOn()))
                .toList();
    }

    private static boolean isLater(Period next, Period term) {
        return next.startsOn().isAfter(term.startsOn()) && next.endsOn().isAfter(term.endsOn());
    }
}
