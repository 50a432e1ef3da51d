package dev.bellwether.alert.policy.telling;

import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells one person not more than anybody reads: in a moment, and in a week. */
final class Rationing {

    private static final int URGENT_FACTOR = 2;

    /** The share of the gathering time by which what was gathered may leave late. */
    private static final int LATENESS = 10;

    private final Usage used;
    private final Rhythm rhythm;
    private final Instant now;
    private final List<Parcel> leaving = new ArrayList<>();
    private final List<Ration.Waiting> waiting = new ArrayList<>();
    private final List<Parcel.Letter> beyondBudget = new ArrayList<>();

    private Rationing(Usage used, Rhythm rhythm, Instant now) {
        this.used = used;
        this.rhythm = rhythm;
        this.now = now;
    }

    /** @param letters all for the same person, at least one */
    static Ration of(List<Parcel.Letter> letters, Usage used, Rhythm rhythm, Instant now) {
        Rationing rationing = new Rationing(used, rhythm, now);
        rationing.ration(letters);
        return new Ration(rationing.leaving, rationing.waiting, rationing.beyondBudget);
    }

    private void ration(List<Parcel.Letter> letters) {
        Optional<Instant> gathering = gatheringUntil(letters);
        Optional<Instant> summarised = used.summarised(now);
        if (summarised.isPresent()) {
            Map<Boolean, List<Parcel.Letter>> byUrgency = by(letters, this::exempt);
            waitForSummary(byUrgency.getOrDefault(false, List.of()), summarised.get());
            oneByOne(byUrgency.getOrDefault(true, List.of()));
        } else if (gathering.isPresent()) {
            Map<Boolean, List<Parcel.Letter>> byUrgency = by(letters, this::exempt);
            wait(byUrgency.getOrDefault(false, List.of()), Why.GATHERED, gathering.get());
            tell(byUrgency.getOrDefault(true, List.of()));
        } else {
            tell(letters);
        }
    }

    private static Map<Boolean, List<Parcel.Letter>> by(List<Parcel.Letter> letters, Predicate<Parcel.Letter> which) {
        return letters.stream().collect(Collectors.partitioningBy(which));
    }

    /**
     * What soon follows a message to somebody is gathered, so that a storm is known before it is told; once, whatever is
     * told meanwhile. What comes when that time is just over leaves with what was gathered.
     */
    private Optional<Instant> gatheringUntil(List<Parcel.Letter> letters) {
        boolean gathered = letters.stream()
                .flatMap(letter -> letter.cases().stream())
                .anyMatch(one -> one.progress().held().equals(Optional.of(Why.GATHERED)));
        List<Instant> lately = used.lately(now);
        if (gathered || lately.isEmpty()) {
            return Optional.empty();
        }
        Duration gatherFor = rhythm.gatherFor();
        Instant until = untilNow(lately.getLast()).plus(gatherFor);
        return Optional.of(until).filter(end -> now.isBefore(end.plus(gatherFor.dividedBy(LATENESS))));
    }

    private void waitForSummary(List<Parcel.Letter> letters, Instant since) {
        wait(letters, Why.STORM, untilNow(since).plus(rhythm.groupWithin()));
    }

    /** Clocks of several processes differ a little: nobody waits for longer than if it were now. */
    private Instant untilNow(Instant at) {
        return at.isAfter(now) ? now : at;
    }

    private void wait(List<Parcel.Letter> letters, Why why, Instant until) {
        var wait = new Verdict.Wait(why, Optional.of(until));
        letters.forEach(letter -> waiting.add(new Ration.Waiting(letter, wait)));
    }

    private void tell(List<Parcel.Letter> letters) {
        if (letters.size() > rhythm.mostAtOnce()) {
            summarise(letters);
        } else {
            oneByOne(letters);
        }
    }

    private void summarise(List<Parcel.Letter> letters) {
        if (used.week() >= budget(letters.getFirst()) && letters.stream().noneMatch(this::exempt)) {
            beyondBudget.addAll(letters);
            return;
        }
        List<Case> all =
                letters.stream().flatMap(letter -> letter.cases().stream()).toList();
        leaving.add(new Parcel.Sack(letters.getFirst().person(), all));
    }

    private void oneByOne(List<Parcel.Letter> letters) {
        int week = used.week();
        List<Instant> before = used.lately(now);
        int lately = before.size();
        List<Parcel.Letter> sorted = letters.stream()
                .sorted((one, other) -> Case.BY_WEIGHT.compare(
                        one.cases().getFirst(), other.cases().getFirst()))
                .toList();
        for (Parcel.Letter letter : sorted) {
            boolean exempt = exempt(letter);
            if (lately >= mostLately(exempt)) {
                waitForSummary(List.of(letter), before.isEmpty() ? now : before.getFirst());
            } else if (week >= budget(letter) && !exempt) {
                beyondBudget.add(letter);
            } else {
                leaving.add(letter);
                week++;
                lately++;
            }
        }
    }

    /** What is urgent does not wait behind what is not; yet a flood of it is a flood. */
    private int mostLately(boolean exempt) {
        return exempt ? URGENT_FACTOR * rhythm.mostAtOnce() : rhythm.mostAtOnce();
    }

    private int budget(Parcel letter) {
        return letter.person().budget().orElse(rhythm.weeklyBudget());
    }

    private boolean exempt(Parcel.Letter letter) {
        return letter.cases().stream().anyMatch(this::exempt);
    }

    /** What somebody wants to be told is; an escalation is the last chance of something that was counted already. */
    private boolean exempt(Case one) {
        Severity severity = one.alert().severity();
        return one.askedFor()
                || one.news() == News.UNACKNOWLEDGED
                || rhythm.exempt().contains(severity);
    }
}
