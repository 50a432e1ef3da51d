package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A term of a subscription that is over, as one of the cases from which likelihoods are counted.
 *
 * @param milestones those that came while the customer had not said no; a term without any says nothing
 */
public record PastTerm(String contractId, LocalDate endsOn, List<Milestone> milestones, boolean renewed) {

    public PastTerm {
        milestones = List.copyOf(milestones);
    }

    /** The ends that a look found, as cases. Trials never renew: they are none. */
    public static Stream<PastTerm> of(Finding finding) {
        Contract contract = finding.contract();
        return switch (contract.kind()) {
            case TRIAL -> Stream.empty();
            case SUBSCRIPTION -> finding.ends().stream().map(end -> of(contract, end));
        };
    }

    private static PastTerm of(Contract contract, End end) {
        List<Milestone> undecided = contract.milestones(end.term()).stream()
                .filter(milestone -> !contract.stop().heldBy(milestone.dueOn()))
                .toList();
        return new PastTerm(contract.contractId(), end.term().endsOn(), undecided, end.outcome() == Outcome.RENEWED);
    }
}
