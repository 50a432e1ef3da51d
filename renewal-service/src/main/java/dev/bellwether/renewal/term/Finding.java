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

    static Finding of(History history, Past past, LocalDate today, int newsDays) {
        Course course = history.course(today);
        Reminding reminding = reminding(history.contract(), course, past.asOf(today), today);
        return new Finding(
                history,
                course,
                reminding.due(),
                reminding.skipped(),
                Ending.on(today, course, past, newsDays),
                nextLookOn(history, course, reminding, today));
    }

    /** The contract as it is agreed now. */
    public Contract contract() {
        return history.contract();
    }

    /** Ends to note, oldest first: new, or with an outcome that a correction changed. */
    public List<End> ends() {
        return ending.ends();
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

    /** The same, where the account is not lost with this contract. */
    Finding ofKeptAccount() {
        return new Finding(history, course, due, skipped, ending.withoutChurn(), nextLookOn);
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
