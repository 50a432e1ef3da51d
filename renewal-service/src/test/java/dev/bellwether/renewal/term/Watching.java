package dev.bellwether.renewal.term;

import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at contracts on some days, and remembers what was noted and told. */
final class Watching {

    private static final int ALL_IS_NEWS = 100_000;

    final Map<String, Past> past = new HashMap<>();
    final List<Notice> told = new ArrayList<>();
    final List<String> endsNews = new ArrayList<>();
    Optional<LocalDate> nextLookOn = Optional.empty();
    private final int newsDays;
    private boolean gone;

    Watching() {
        this(ALL_IS_NEWS);
    }

    Watching(int newsDays) {
        this.newsDays = newsDays;
    }

    /** From here on the account says itself whether it is gone. */
    Watching gone(boolean isGone) {
        gone = isGone;
        return this;
    }

    Watching look(String day, Contract... contracts) {
        return look(LocalDate.parse(day), contracts);
    }

    Watching look(LocalDate day, Contract... contracts) {
        return look(day, Stream.of(contracts).map(History::of).toList());
    }

    Watching look(String day, History history) {
        return look(LocalDate.parse(day), history);
    }

    Watching look(LocalDate day, History history) {
        return look(day, List.of(history));
    }

    /** A look a day, each by what had been said by its end. */
    Watching lookDaily(String first, String last, Contracted contracted) {
        LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(day -> look(day, contracted.asOf(day)));
        return this;
    }

    Watching look(LocalDate day, List<History> histories) {
        Review review = Review.of(histories, past, contract -> gone, day, newsDays);
        review.findings().forEach(finding -> note(finding, day));
        told.addAll(review.notices());
        nextLookOn = review.nextLookOn();
        review.findings()
                .forEach(finding -> finding.ending()
                        .news()
                        .map(end -> end.term().endsOn() + " " + end.outcome())
                        .ifPresent(endsNews::add));
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

    /** How the terms of the contract {@code c-1} ended, by their last days. */
    Map<LocalDate, Outcome> ends() {
        Map<LocalDate, Outcome> ends = new HashMap<>();
        noted().ends().forEach((day, end) -> {
            if (end.outcome() != null) {
                ends.put(day, end.outcome());
            }
        });
        return ends;
    }

    /** What was noted of the contract {@code c-1}. */
    Past noted() {
        return past.getOrDefault("c-1", Past.NONE);
    }

    private void note(Finding finding, LocalDate day) {
        Past before = past.getOrDefault(finding.contract().contractId(), Past.NONE);
        Map<Milestone, Past.Mark> milestones = new HashMap<>(before.milestones());
        finding.due()
                .ifPresent(due ->
                        milestones.put(due, new Past.Mark(due.dueOn().isBefore(day) ? Noted.LATE : Noted.TOLD, day)));
        finding.skipped().forEach(skipped -> milestones.put(skipped, new Past.Mark(Noted.SKIPPED, day)));
        Map<LocalDate, Past.Ended> ends = new HashMap<>(before.ends());
        finding.takenBack()
                .forEach(end -> ends.computeIfPresent(end, (on, was) -> new Past.Ended(null, day, was.told())));
        finding.ends()
                .forEach(end -> ends.put(
                        end.term().endsOn(),
                        new Past.Ended(end.outcome(), day, before.told(end) + (finding.tells(end) ? 1 : 0))));
        past.put(finding.contract().contractId(), new Past(milestones, ends));
    }
}
