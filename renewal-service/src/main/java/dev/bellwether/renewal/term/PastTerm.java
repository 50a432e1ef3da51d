package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A term of a subscription that is over or decided, as one of the cases from which likelihoods are counted.
 *
 * @param milestones those that came while nothing was decided; a term without any says nothing
 */
public record PastTerm(LocalDate endsOn, List<Milestone> milestones, boolean renewed) {

    public PastTerm {
        milestones = List.copyOf(milestones);
    }

    /** A term that ended as the contract has it. What never comes up for renewal is none: a trial, or what had no end. */
    static Stream<PastTerm> of(Contract contract, End end) {
        return of(
                contract,
                end.term(),
                end.outcome() == Outcome.RENEWED,
                milestone -> !contract.stop().heldBy(milestone.dueOn()));
    }

    /** A term of which the next was named on that day. */
    static Stream<PastTerm> followed(Contract contract, Period term, LocalDate namedOn) {
        return of(contract, term, true, milestone -> !milestone.dueOn().isAfter(namedOn));
    }

    private static Stream<PastTerm> of(
            Contract contract, Period term, boolean renewed, Predicate<Milestone> isUndecided) {
        return contract.kind() == ContractKind.SUBSCRIPTION && contract.dates() instanceof Dates.Dated
                ? Stream.of(new PastTerm(
                        term.endsOn(),
                        Schedule.of(contract, term).stream().filter(isUndecided).toList(),
                        renewed))
                : Stream.empty();
    }
}
