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
        Standing.Draft draft = new Standing.Draft();
        return switch (contract.status()) {
            case DRAFT -> new Course(List.of(), draft);
            case ACTIVE, CANCELLED, ENDED -> signed(contract, draft.signed(), today);
        };
    }

    /** How the newest ended term ended. */
    Optional<End> newestEnd() {
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.getLast());
    }

    private static Course signed(Contract contract, Standing.Undated signed, LocalDate today) {
        return switch (contract.dates()) {
            case Dates.Unusable d -> new Course(List.of(), signed);
            case Dates.OpenEnded(LocalDate since) -> new Course(List.of(), signed.openSince(since));
            case Dates.Dated(Period term) ->
                switch (contract.kind()) {
                    case TRIAL -> trial(contract, signed.trial(term), today);
                    case SUBSCRIPTION -> subscription(contract, signed.subscription(term), today);
                };
        };
    }

    /** Who leaves a trial was no customer, and is not lost as one. */
    private static Course trial(Contract contract, Standing.Trial trial, LocalDate today) {
        boolean runs = !trial.term().endsOn().isBefore(today);
        return at(
                new ArrayDeque<>(),
                switch (contract.status()) {
                    case ACTIVE, DRAFT -> runs ? trial : trial.over();
                    case CANCELLED ->
                        runs ? trial.cancelled() : trial.cancelled().over();
                    case ENDED -> trial.over();
                });
    }

    private static Course subscription(Contract contract, Standing.Active first, LocalDate today) {
        Deque<End> ends = new ArrayDeque<>();
        Standing.Active active = first;
        for (int renewals = 1; isOver(active, today) && contract.renewsAfter(active.term()); renewals++) {
            Standing.Renewed renewed = active.renewed();
            add(ends, new End(active.term(), Outcome.RENEWED));
            active = renewed.into(first.term().repeated(renewals));
        }
        return at(
                ends,
                switch (contract.status()) {
                    case ACTIVE, DRAFT -> isOver(active, today) ? over(contract, active) : active;
                    case CANCELLED -> isOver(active, today) ? over(contract, active) : active.cancelled();
                    case ENDED -> over(contract, active);
                });
    }

    private static Standing over(Contract contract, Standing.Active active) {
        return contract.stop().byCancellation() ? active.cancelled().over() : active.over();
    }

    private static boolean isOver(Standing.Active active, LocalDate today) {
        return active.term().endsOn().isBefore(today);
    }

    private static Course at(Deque<End> ends, Standing standing) {
        if (standing instanceof Standing.Over over) {
            add(ends, new End(over.term(), over.outcome()));
        }
        return new Course(List.copyOf(ends), standing);
    }

    private static void add(Deque<End> ends, End end) {
        ends.addLast(end);
        if (ends.size() > MOST_ENDS) {
            ends.removeFirst();
        }
    }
}
