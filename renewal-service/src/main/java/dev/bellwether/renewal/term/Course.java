package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How a contract went up to a day: the terms that ended, oldest first, and where it stands. A function of the folded
 * contract and the day alone, so that it does not matter when, or how often, it is looked at.
 *
 * @param ends the newest {@value #MOST_ENDS} at most
 */
public record Course(List<End> ends, Standing standing) {

    static final int MOST_ENDS = 120;

    public Course {
        ends = List.copyOf(ends);
    }

    /** A term ends with its last day: it is over from the next day on. */
    public static Course of(Contract contract, LocalDate today) {
        Period term = contract.period();
        return switch (contract.status()) {
            case DRAFT -> new Course(List.of(), new Standing.Draft());
            case ACTIVE, CANCELLED, ENDED ->
                term == null ? new Course(List.of(), new Standing.Undated()) : from(term, contract, today);
        };
    }

    /** How the newest ended term ended. */
    Optional<End> newestEnd() {
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.getLast());
    }

    private static Course from(Period first, Contract contract, LocalDate today) {
        Deque<End> ends = new ArrayDeque<>();
        Period term = first;
        while (term.endsOn().isBefore(today) && contract.renewsAfter(term)) {
            add(ends, new End(term, Outcome.RENEWED));
            term = term.next();
        }
        Standing standing = standing(contract, term, today);
        if (!standing.runs()) {
            add(ends, new End(term, outcome(contract)));
        }
        return new Course(List.copyOf(ends), standing);
    }

    private static Standing standing(Contract contract, Period term, LocalDate today) {
        boolean runs = !term.endsOn().isBefore(today);
        return switch (contract.status()) {
            case ACTIVE, DRAFT -> runs ? new Standing.Active(term) : over(contract, term);
            case CANCELLED -> runs ? new Standing.Cancelled(term) : over(contract, term);
            case ENDED -> over(contract, term);
        };
    }

    private static Standing over(Contract contract, Period term) {
        return switch (outcome(contract)) {
            case CHURNED -> new Standing.Churned(term);
            case LAPSED, RENEWED -> new Standing.Lapsed(term);
        };
    }

    /** Of a term that nothing followed. Who leaves a trial was no customer, and is not lost as one. */
    private static Outcome outcome(Contract contract) {
        return switch (contract.kind()) {
            case TRIAL -> Outcome.LAPSED;
            case SUBSCRIPTION -> contract.stop().byCancellation() ? Outcome.CHURNED : Outcome.LAPSED;
        };
    }

    private static void add(Deque<End> ends, End end) {
        ends.addLast(end);
        if (ends.size() > MOST_ENDS) {
            ends.removeFirst();
        }
    }
}
