package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractKind;
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
 * @param ending what to note and tell of ends
 * @param nextLookOn when the contract asks for another look by itself
 */
public record Finding(
        History history,
        Course course,
        Optional<Milestone> due,
        List<Milestone> skipped,
        Ending ending,
        Optional<LocalDate> nextLookOn) {

    public Finding {
        skipped = List.copyOf(skipped);
    }

    static Finding of(History history, Past past, boolean gone, LocalDate today) {
        Course course = history.course(today);
        Reminding reminding = gone ? Reminding.NOTHING : reminding(history.contract(), course, past.asOf(today), today);
        return new Finding(
                history,
                course,
                reminding.due(),
                reminding.skipped(),
                Ending.on(today, course, past),
                nextLookOn(history, course, reminding, today));
    }

    /** The contract as it is agreed now. */
    public Contract contract() {
        return history.contract();
    }

    /** Ends to note, oldest first: those that are fresh, and one that is told at last. */
    public List<End> ends() {
        return ending.ends();
    }

    /** Ends of which nothing was noted, or another outcome. */
    public List<End> freshEnds() {
        return ending.fresh();
    }

    /** Last days of terms that were noted as over, and are not. */
    public List<LocalDate> takenBack() {
        return ending.takenBack();
    }

    /** Whether this end is to be told. */
    public boolean tells(End end) {
        return ending.news().filter(end::equals).isPresent();
    }

    /** Whether this contract was lost. */
    boolean isChurned() {
        return course.newestEnd()
                .filter(end -> end.outcome() == Outcome.CHURNED)
                .isPresent();
    }

    /** The last day of the term that runs or last ran; long ago without one. */
    LocalDate lastDay() {
        return course.standing().period().map(contract().stop()::lastDay).orElse(LocalDate.MIN);
    }

    /** The days on which it ran, term by term; those of trials are none. */
    Stream<Period> ran() {
        Stream<Period> ended = course.ends().stream()
                .filter(end -> end.agreed().kind() == ContractKind.SUBSCRIPTION)
                .flatMap(end -> days(end.term(), end.lastDay()));
        return Stream.concat(ended, course.standing().period().stream().flatMap(term -> days(term, lastDay())));
    }

    private static Stream<Period> days(Period term, LocalDate last) {
        return last.isBefore(term.startsOn()) ? Stream.empty() : Stream.of(new Period(term.startsOn(), last));
    }

    /** The same, with what is news of its ends. */
    Finding telling(LocalDate since, Optional<LocalDate> lostOn) {
        return new Finding(history, course, due, skipped, ending.telling(since, lostOn), nextLookOn);
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
            History history, Course course, Reminding reminding, LocalDate today) {
        Contract contract = history.contract();
        Optional<Period> running =
                course.standing().period().filter(term -> course.standing().runs());
        Optional<LocalDate> over = running.map(term -> term.endsOn().plusDays(1));
        Optional<LocalDate> begun = running.map(Period::startsOn).filter(today::isBefore);
        Optional<LocalDate> decided = course.undecided()
                .filter(term -> contract.decidesAhead())
                .map(term -> contract.decisionOn(term).plusDays(1));
        return Stream.concat(
                        Stream.of(over, begun, decided, reminding.nextOn()).flatMap(Optional::stream),
                        history.daysAhead(today))
                .min(LocalDate::compareTo);
    }
}
