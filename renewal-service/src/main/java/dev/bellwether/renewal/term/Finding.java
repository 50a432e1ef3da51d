package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
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
        Course course,
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
        Reminding reminding = reminding(contract, course, past, today);
        List<End> unknown =
                course.ends().stream().filter(end -> !past.knows(end)).toList();
        LocalDate newsSince = today.minusDays(newsDays);
        return new Finding(
                contract,
                course,
                reminding.due(),
                reminding.skipped(),
                unknown,
                course.newestEnd()
                        .filter(unknown::contains)
                        .filter(end -> !end.term().endsOn().isBefore(newsSince)),
                nextLookOn(contract, course, reminding, today));
    }

    /** Whether this contract was lost, and that is news. */
    boolean isNewlyChurned() {
        return news.map(end -> end.outcome() == Outcome.CHURNED).orElse(false);
    }

    /** Where the contract stands. */
    public Standing standing() {
        return course.standing();
    }

    private static Reminding reminding(Contract contract, Course course, Past past, LocalDate today) {
        return course.undecided()
                .map(term -> Reminding.on(today, Schedule.of(contract, term), past))
                .orElse(Reminding.NOTHING);
    }

    private static Optional<LocalDate> nextLookOn(
            Contract contract, Course course, Reminding reminding, LocalDate today) {
        Optional<Period> running =
                course.standing().period().filter(term -> course.standing().runs());
        Optional<LocalDate> over = running.map(term -> term.endsOn().plusDays(1));
        Optional<LocalDate> begun = running.map(Period::startsOn).filter(today::isBefore);
        Optional<LocalDate> decided = course.undecided()
                .filter(term -> contract.decidesAhead())
                .map(term -> contract.decisionOn(term).plusDays(1));
        return Stream.of(over, begun, decided, reminding.nextOn())
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }
}
