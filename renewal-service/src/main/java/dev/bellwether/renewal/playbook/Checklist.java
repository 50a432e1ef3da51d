package dev.bellwether.renewal.playbook;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.renewal.stake.Risk;
import java.util.List;
import java.util.Set;

/**
 * Steps that are due from a milestone on, for contracts of a kind at some risks.
 *
 * @param milestone days before the decision date
 */
public record Checklist(ContractKind kind, int milestone, Set<Risk> risks, List<Step> steps) {

    public Checklist {
        risks = Set.copyOf(risks);
        steps = List.copyOf(steps);
    }

    boolean isFor(ContractKind contract, Risk risk, long daysLeft) {
        return kind == contract && risks.contains(risk) && daysLeft <= milestone;
    }
}
