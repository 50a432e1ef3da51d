package dev.bellwether.renewal.term;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a day's look at one contract found.
 *
 * @param due the milestone to tell and note
 * @param skipped milestones to note as passed over
 * @param ends ends to note, oldest first: new, or with an outcome that a correction changed
 * @param news the one of these ends that is to be told: the newest, unless it is long past
 * @param nextLookOn when the contract asks for another look by itself
 */
public record Finding(
        Contract contract,
        Standing standing,
        Optional<Milestone> due,
        List<Milestone> skipped,
        List<End> ends,
        Optional<End> news,
        Optional<LocalDate> nextLookOn) {

    public Finding {
        skipped = List.copyOf(skipped);
        ends = List.copyOf(ends);
    }

    static Finding of(Contract contract, Past past, LocalDate today, int newsDays) {
        Course course = Course.of(contract, today);
        Reminding reminding = reminding(contract, course.standing(), past, today);
        List<End> unknown =
                course.ends().stream().filter(end -> !past.knows(end)).toList();
        LocalDate newsSince = today.minusDays(newsDays);
        return new Finding(
                contract,
                course.standing(),
                reminding.due(),
                reminding.skipped(),
                unknown,
                course.newestEnd()
                        .filter(unknown::contains)
                        .filter(end -> !end.term().endsOn().isBefore(newsSince)),
                nextLookOn(course.standing(), reminding));
    }

    /** Whether this contract was lost, and that is news. */
    boolean isNewlyChurned() {
        return news.map(end -> end.outcome() == Outcome.CHURNED).orElse(false);
    }

    private static Reminding reminding(Contract contract, Standing standing, Past past, LocalDate today) {
        return standing.undecided()
                .map(term -> Reminding.on(today, Schedule.of(contract, term), past))
                .orElse(Reminding.NOTHING);
    }

    private static Optional<LocalDate> nextLookOn(Standing standing, Reminding reminding) {
        Optional<LocalDate> over = standing.period()
                .filter(term -> standing.runs())
                .map(term -> term.endsOn().plusDays(1));
        return Stream.of(over, reminding.nextOn()).flatMap(Optional::stream).min(LocalDate::compareTo);
    }
}
