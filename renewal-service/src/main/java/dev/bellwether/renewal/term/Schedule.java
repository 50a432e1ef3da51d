package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The milestones of a term: for subscriptions all that fall on a day of the term, or after
 * the decision before where decisions fall ahead of their terms, for trials those that fall in its second half.
 */
public final class Schedule {

    private static final List<Integer> SUBSCRIPTION = List.of(120, 90, 60, 30, 14, 7, 1);
    private static final List<Integer> TRIAL = List.of(7, 3, 1);

    private Schedule() {}

    /** In the order of their days. */
    public static List<Milestone> of(Contract contract, Period term) {
        LocalDate decisionOn = contract.decisionOn(term);
        LocalDate from = firstDay(contract, term);
        return days(contract.kind()).stream()
                .map(days -> new Milestone(term.startsOn(), decisionOn, days))
                .filter(milestone -> !milestone.dueOn().isBefore(from))
                .toList();
    }

    private static List<Integer> days(ContractKind kind) {
        return switch (kind) {
            case SUBSCRIPTION -> SUBSCRIPTION;
            case TRIAL -> TRIAL;
        };
    }

    /** Of a trial with an odd number of days, the middle day belongs to the second half. */
    private static LocalDate firstDay(Contract contract, Period term) {
        return switch (contract.kind()) {
            case SUBSCRIPTION ->
                contract.decidesAhead() ? term.startsOn().minusDays(contract.noticeDays()) : term.startsOn();
            case TRIAL -> term.startsOn().plus(term.days() / 2, ChronoUnit.DAYS);
        };
    }
}
