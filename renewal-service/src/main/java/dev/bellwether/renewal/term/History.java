package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Versions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it is agreed now, and what was agreed before: most sources name a new term in the same contract. A
 * function of the versions alone, so that it does not matter when, or how often, it is looked at.
 *
 * @param since the first day of its terms that count: what was over before it was taken up again is told by the earlier
 * @param earlier what was agreed before the term that is agreed now, oldest first
 */
public record History(Contract contract, LocalDate since, List<Earlier> earlier) {

    public History {
        earlier = List.copyOf(earlier);
    }

    /**
     * Goes through the days on which something was said.
     *
     * @param versions of one contract, at least one
     * @param zone in which the day of a version is counted
     * @param accountCurrency stands in while the contract names none
     */
    public static History fold(Collection<ContractChanged> versions, ZoneId zone, @Nullable String accountCurrency) {
        Chain chain = new Chain();
        List<ContractChanged> known = new ArrayList<>();
        Contract contract = null;
        for (Map.Entry<LocalDate, List<ContractChanged>> said :
                Versions.byDay(versions, zone).entrySet()) {
            known.addAll(said.getValue());
            Contract folded = Versions.fold(known, zone, accountCurrency);
            if (contract == null || !chain.isDraftOfNext(said.getKey(), folded)) {
                contract = folded;
                chain.say(said.getKey(), contract);
            }
        }
        if (contract == null) {
            throw new IllegalArgumentException("a contract has one version at least");
        }
        return new History(contract, chain.since(), chain.earlier());
    }

    /** A contract of which nothing else was ever agreed. */
    static History of(Contract contract) {
        return new History(contract, LocalDate.MIN, List.of());
    }

    /** How the contract went up to that day. */
    public Course course(LocalDate today) {
        return own(today)
                .after(earlier.stream()
                        .flatMap(before -> before.ends(today).stream())
                        .toList());
    }

    /** Its terms that are over or decided by that day, oldest first; the newest {@value Course#MOST_ENDS} at most. */
    public List<PastTerm> pastTerms(LocalDate today) {
        return Course.newest(Stream.concat(
                        earlier.stream().flatMap(before -> before.pastTerms(today)),
                        own(today).ends().stream().flatMap(end -> PastTerm.of(contract, end)))
                .toList());
    }

    /** Of what is agreed now. */
    private Course own(LocalDate today) {
        return Course.of(contract, today).since(since);
    }

    /** The days after that one on which an earlier term is over. */
    Stream<LocalDate> daysAhead(LocalDate today) {
        return earlier.stream().flatMap(before -> before.overOn(today)).filter(today::isBefore);
    }
}
