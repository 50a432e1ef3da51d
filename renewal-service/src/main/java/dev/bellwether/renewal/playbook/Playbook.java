package dev.bellwether.renewal.playbook;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.renewal.stake.Risk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All checklists. */
public record Playbook(List<Checklist> checklists) {

    public Playbook {
        checklists = List.copyOf(checklists);
    }

    /**
     * The steps that are in force, those of the nearest milestone first.
     *
     * @param daysLeft to the decision date
     */
    public List<Step> steps(ContractKind kind, Risk risk, long daysLeft) {
        return checklists.stream()
                .filter(checklist -> checklist.isFor(kind, risk, daysLeft))
                .sorted(Comparator.comparingInt(Checklist::milestone))
                .flatMap(checklist -> checklist.steps().stream())
                .toList();
    }

    /** The step of that id, if there is one. */
    public Optional<Step> step(String id) {
        return all().filter(step -> step.id().equals(id)).findFirst();
    }

    private Stream<Step> all() {
        return checklists.stream().flatMap(checklist -> checklist.steps().stream());
    }
}
