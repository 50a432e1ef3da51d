package dev.bellwether.renewal.term;

import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.PastRenewal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A term of a subscription that is over or decided, as one of the cases from which likelihoods are counted.
 *
 * @param milestones those that came while nothing was decided; a term without any says nothing
 */
public record PastTerm(String contractId, LocalDate endsOn, List<Milestone> milestones, boolean renewed) {

    public PastTerm {
        milestones = List.copyOf(milestones);
    }

    /** The ends that a look found and the renewals that were named, as cases: none twice. Trials never renew: they are none. */
    public static Stream<PastTerm> of(Finding finding) {
        Contract contract = finding.contract();
        List<PastRenewal> named = contract.renewals();
        return switch (contract.kind()) {
            case TRIAL -> Stream.empty();
            case SUBSCRIPTION ->
                Stream.concat(
                        named.stream().map(renewal -> of(contract, renewal)),
                        finding.ends().stream()
                                .filter(end -> named.stream()
                                        .noneMatch(renewal -> renewal.term().equals(end.term())))
                                .map(end -> of(contract, end)));
        };
    }

    private static PastTerm of(Contract contract, PastRenewal renewal) {
        End end = new End(renewal.term(), Outcome.RENEWED);
        return of(contract, end, milestone -> !milestone.dueOn().isAfter(renewal.decidedOn()));
    }

    private static PastTerm of(Contract contract, End end) {
        return of(contract, end, milestone -> !contract.stop().heldBy(milestone.dueOn()));
    }

    private static PastTerm of(Contract contract, End end, Predicate<Milestone> undecided) {
        return new PastTerm(
                contract.contractId(),
                end.term().endsOn(),
                Schedule.of(contract, end.term()).stream().filter(undecided).toList(),
                end.outcome() == Outcome.RENEWED);
    }
}
