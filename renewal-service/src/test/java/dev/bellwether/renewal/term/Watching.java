package dev.bellwether.renewal.term;

import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at contracts on some days, and remembers what was noted and told. */
final class Watching {

    private static final int ALL_IS_NEWS = 100_000;

    final Map<String, Past> past = new HashMap<>();
    final List<Notice> told = new ArrayList<>();
    private final int newsDays;

    Watching() {
        this(ALL_IS_NEWS);
    }

    Watching(int newsDays) {
        this.newsDays = newsDays;
    }

    Watching look(String day, Contract... contracts) {
        return look(LocalDate.parse(day), contracts);
    }

    Watching look(LocalDate day, Contract... contracts) {
        Review review = Review.of(List.of(contracts), past, day, newsDays);
        review.findings().forEach(finding -> note(finding, day));
        told.addAll(review.notices());
        return this;
    }

    /** Such as {@code 90 late, 85 left}. */
    List<String> milestonesTold() {
        return told.stream()
                .filter(Notice.Due.class::isInstance)
                .map(Notice.Due.class::cast)
                .map(due -> due.milestone().days() + (due.late() ? " late" : "") + ", " + due.daysLeft() + " left")
                .toList();
    }

    /** Such as {@code Renewed 2027-12-31}. */
    List<String> endsTold() {
        return told.stream()
                .filter(notice -> !(notice instanceof Notice.Due))
                .map(notice -> notice.getClass().getSimpleName() + " "
                        + notice.contract().contractId() + " " + notice.term().endsOn())
                .toList();
    }

    /** What was noted of the contract {@code c-1}. */
    Past noted() {
        return past.getOrDefault("c-1", Past.NONE);
    }

    private void note(Finding finding, LocalDate day) {
        Past before = past.getOrDefault(finding.contract().contractId(), Past.NONE);
        Map<Milestone, Noted> milestones = new HashMap<>(before.milestones());
        finding.due().ifPresent(due -> milestones.put(due, due.dueOn().isBefore(day) ? Noted.LATE : Noted.TOLD));
        finding.skipped().forEach(skipped -> milestones.put(skipped, Noted.SKIPPED));
        Map<LocalDate, Outcome> ends = new HashMap<>(before.ends());
        finding.ends().forEach(end -> ends.put(end.term().endsOn(), end.outcome()));
        past.put(finding.contract().contractId(), new Past(milestones, ends));
    }
}
