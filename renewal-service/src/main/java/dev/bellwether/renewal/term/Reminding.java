package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a day asks of a term's milestones. Of those that came up since the last look the nearest to the decision is
 * told, the others are skipped; after the decision date nothing is.
 *
 * @param due the milestone to tell today, if any
 * @param skipped milestones that passed untold and never will be told
 * @param nextOn the day on which the next milestone comes up, if any
 */
record Reminding(Optional<Milestone> due, List<Milestone> skipped, Optional<LocalDate> nextOn) {

    static final Reminding NOTHING = new Reminding(Optional.empty(), List.of(), Optional.empty());

    /**
     * @param schedule in the order of their days
     * @param past what was noted before: what was told is never told again, what was skipped under another decision
     *     date may still come
     */
    static Reminding on(LocalDate today, List<Milestone> schedule, Past past) {
        List<Milestone> come = schedule.stream()
                .filter(milestone -> !milestone.dueOn().isAfter(today))
                .toList();
        List<Milestone> untold =
                come.stream().filter(milestone -> past.of(milestone) == null).toList();
        Optional<Milestone> due = come.isEmpty()
                ? Optional.empty()
                : Optional.of(come.getLast())
                        .filter(untold::contains)
                        .filter(nearest -> !today.isAfter(nearest.decisionOn()));
        return new Reminding(
                due,
                untold.stream()
                        .filter(milestone -> due.filter(milestone::equals).isEmpty())
                        .toList(),
                schedule.stream().map(Milestone::dueOn).filter(today::isBefore).findFirst());
    }
}
