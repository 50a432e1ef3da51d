package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Dates;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a contract went up to a day: the terms that ended, oldest first, and where it stands. A function of what is agreed
 * and the day alone, so that it does not matter when, or how often, it is looked at.
 *
 * @param ends the newest {@value #MOST_ENDS} at most
 * @param undecided the term about whose end somebody still has to decide: the one that runs, or one to come where the
 *     notice is about as long as the terms
 */
public record Course(List<End> ends, Standing standing, Optional<Period> undecided) {

    /** Most ends that are told of a contract. */
    public static final int MOST_ENDS = 120;

    public Course {
        ends = List.copyOf(ends);
    }

    /** By what is agreed now. A term ends with its last day: it is over from the next day on. */
    public static Course of(Contract contract, LocalDate today) {
        Standing.Draft draft = new Standing.Draft();
        return switch (contract.status()) {
            case DRAFT -> without(draft);
            case ACTIVE, CANCELLED, ENDED -> signed(contract, draft.signed(), today);
        };
    }

    /** The term to speak of: the one to decide on, else the one that runs or last ran. */
    public Optional<Period> term() {
        return undecided.or(standing::period);
    }

    /** The same course, after these ends of what was agreed before. */
    Course after(List<End> before) {
        if (before.isEmpty()) {
            return this;
        }
        return new Course(newest(Stream.concat(before.stream(), ends.stream()).toList()), standing, undecided);
    }

    /** The same course, without the terms that began before. */
    Course since(LocalDate first) {
        return new Course(
                ends.stream()
                        .filter(end -> !end.term().startsOn().isBefore(first))
                        .toList(),
                standing,
                undecided);
    }

    /** The last {@value #MOST_ENDS} at most. */
    static <T> List<T> newest(List<T> oldestFirst) {
        return oldestFirst.subList(Math.max(0, oldestFirst.size() - MOST_ENDS), oldestFirst.size());
    }

    /** How the newest ended term ended. */
    Optional<End> newestEnd() {
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.getLast());
    }

    private static Course signed(Contract contract, Standing.Undated signed, LocalDate today) {
        return switch (contract.dates()) {
            case Dates.Unusable d -> without(signed);
            case Dates.OpenEnded(LocalDate since) -> without(signed.openSince(since));
            case Dates.Closed(Period days) -> subscription(contract, signed.subscription(days), today);
            case Dates.Dated(Period term) ->
                switch (contract.kind()) {
                    case TRIAL -> trial(contract, signed.trial(term), today);
                    case SUBSCRIPTION -> subscription(contract, signed.subscription(term), today);
                };
        };
    }

    private static Course without(Standing standing) {
        return new Course(List.of(), standing, Optional.empty());
    }

    /** Who leaves a trial was no customer, and is not lost as one. */
    private static Course trial(Contract contract, Standing.Trial trial, LocalDate today) {
        boolean runs = !trial.term().endsOn().isBefore(today);
        Standing standing = switch (contract.status()) {
            case ACTIVE, DRAFT -> runs ? trial : trial.over();
            case CANCELLED -> runs ? trial.cancelled() : trial.cancelled().over();
            case ENDED -> trial.over();
        };
        return at(contract, new ArrayDeque<>(), standing, standing.undecided());
    }

    private static Course subscription(Contract contract, Standing.Active first, LocalDate today) {
        Deque<End> ends = new ArrayDeque<>();
        Standing.Active active = first;
        for (int renewals = 1; isOver(active, today) && contract.renewsAfter(active.term()); renewals++) {
            Standing.Renewed renewed = active.renewed();
            add(ends, new End(contract, active.term(), Outcome.RENEWED));
            active = renewed.into(first.term().repeated(renewals));
        }
        Standing standing = switch (contract.status()) {
            case ACTIVE, DRAFT -> isOver(active, today) ? over(contract, active) : active;
            case CANCELLED -> isOver(active, today) ? over(contract, active) : active.cancelled();
            case ENDED -> over(contract, active);
        };
        return at(
                contract,
                ends,
                standing,
                standing.undecided()
                        .map(term -> contract.decidesAhead() ? contract.nextDecided(first.term(), today) : term));
    }

    private static Standing over(Contract contract, Standing.Active active) {
        return contract.stop().byCancellation() ? active.cancelled().over() : active.over();
    }

    private static boolean isOver(Standing.Active active, LocalDate today) {
        return active.term().endsOn().isBefore(today);
    }

    private static Course at(Contract contract, Deque<End> ends, Standing standing, Optional<Period> undecided) {
        if (standing instanceof Standing.Over over) {
            add(ends, new End(contract, over.term(), over.outcome()));
        }
        return new Course(List.copyOf(ends), standing, undecided);
    }

    private static void add(Deque<End> ends, End end) {
        ends.addLast(end);
        if (ends.size() > MOST_ENDS) {
            ends.removeFirst();
        }
    }
}
