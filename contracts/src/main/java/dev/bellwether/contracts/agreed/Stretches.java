package dev.bellwether.contracts.agreed;

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
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells on which days a subscription ran and what it was worth: each day by the versions said before its end, as if nothing
 * had been said later. Order and repetition of the versions change nothing. Trials and drafts are worth nothing.
 *
 * <p>A version that names the next term ahead of time does not end the running one: where it begins after the running
 * one began and ends after it, the running one runs on until the day before. Lines and currencies that are said later, while
 * the named term stays as it was, are those of the running one as well.
 */
public final class Stretches {

    /**
     * What was agreed until something else is.
     *
     * @param to the day before the next term begins
     */
    private record Agreed(Contract contract, LocalDate to) {

        List<Stretch> from(LocalDate day) {
            return TermWalk.from(day, contract).stream()
                    .map(stretch -> stretch.within(day, to))
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    private final List<Stretch> told = new ArrayList<>();
    private List<Agreed> ahead = List.of();
    private @Nullable Contract said;
    private @Nullable Period drafted;

    private Stretches() {}

    /**
     * The stretches in the order of their days; none overlaps another.
     *
     * @param versions of one contract
     * @param zone in which the day of a version is counted
     * @param accountCurrency stands in while the contract names none
     */
    public static List<Stretch> of(
            Collection<ContractChanged> versions, ZoneId zone, @Nullable String accountCurrency) {
        NavigableMap<LocalDate, List<ContractChanged>> byDay = Versions.byDay(versions, zone);
        Stretches stretches = new Stretches();
        List<ContractChanged> known = new ArrayList<>();
        for (Map.Entry<LocalDate, List<ContractChanged>> said : byDay.entrySet()) {
            known.addAll(said.getValue());
            if (known.stream().anyMatch(Stretches::agrees)) {
                LocalDate next = byDay.higherKey(said.getKey());
                stretches.tell(
                        Versions.fold(known, zone, accountCurrency),
                        said.getKey(),
                        next == null ? Stretch.FOREVER : next.minusDays(1));
            }
        }
        return List.copyOf(stretches.told);
    }

    /** A version that names lines alone says nothing of when the contract runs. */
    private static boolean agrees(ContractChanged version) {
        return version.startsOn() != null || version.endsOn() != null || version.status() != null;
    }

    /** What is known of the contract from the first to the last of these days. */
    private void tell(Contract contract, LocalDate from, LocalDate to) {
        drafted = isDraftOfNext(contract, from) ? contract.period() : null;
        if (drafted == null) {
            List<Agreed> now = new ArrayList<>(runningOn(contract, from));
            now.add(new Agreed(contract, Stretch.FOREVER));
            ahead = now;
        }
        said = contract;
        for (Agreed agreed : ahead) {
            agreed.from(from).stream()
                    .flatMap(stretch -> Stream.ofNullable(stretch.within(from, to)))
                    .forEach(this::add);
        }
    }

    /** A draft agrees nothing: where it is of a later term than the one that runs or will, that stays as it was, however often it is said. */
    private boolean isDraftOfNext(Contract contract, LocalDate day) {
        Period next = contract.period();
        return next != null
                && contract.status() == ContractStatus.DRAFT
                && (next.equals(drafted)
                        || ahead.stream()
                                .flatMap(agreed -> agreed.from(day).stream())
                                .anyMatch(running -> isDraftedAfter(running, day, next)));
    }

    private static boolean isDraftedAfter(Stretch running, LocalDate day, Period next) {
        Stretch.Terms terms = running.terms();
        return !running.to().isBefore(day)
                && (terms == null || terms.endingOnOrAfter(day).isFollowedBy(next));
    }

    /** What ran before and still does until the term begins that is named now. */
    private List<Agreed> runningOn(Contract contract, LocalDate day) {
        Period next = contract.period();
        boolean names = contract.kind() == ContractKind.SUBSCRIPTION
                && (contract.status() == ContractStatus.ACTIVE || contract.status() == ContractStatus.CANCELLED);
        if (next == null || !names || !next.startsOn().isAfter(day)) {
            return List.of();
        }
        LocalDate last = next.startsOn().minusDays(1);
        return ahead.stream()
                .filter(agreed -> agreed.from(day).stream().anyMatch(stretch -> isFollowed(stretch, day, next)))
                .map(agreed -> new Agreed(
                        agreed.contract().withWordsSince(said, contract),
                        agreed.to().isBefore(last) ? agreed.to() : last))
                .toList();
    }

    private static boolean isFollowed(Stretch running, LocalDate day, Period next) {
        Stretch.Terms terms = running.terms();
        return terms == null
                || (next.startsOn().isAfter(terms.first().startsOn())
                        && next.endsOn().isAfter(terms.endingOnOrAfter(day).endsOn()));
    }

    private void add(Stretch stretch) {
        if (!told.isEmpty() && told.getLast().isContinuedBy(stretch)) {
            Stretch last = told.removeLast();
            told.add(new Stretch(last.from(), stretch.to(), last.currency(), last.annualAmount(), last.terms()));
        } else {
            told.add(stretch);
        }
    }
}
