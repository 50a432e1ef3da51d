package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;

/** Something to tell about a contract. */
public sealed interface Notice {

    Contract contract();

    /** The term it speaks of. */
    Period term();

    /**
     * A decision date came near.
     *
     * @param daysLeft from today to the decision date, not negative
     * @param late told after the day on which it came up
     */
    record Due(Contract contract, Period term, Milestone milestone, int daysLeft, boolean late) implements Notice {}

    /**
     * The term ended without renewing.
     *
     * @param told how often the end of that day was told before, and was taken back or told otherwise since
     */
    record Lapsed(Contract contract, Period term, int told) implements Notice {}

    /**
     * This term began by itself.
     *
     * @param told how often the end of the term before was told before
     */
    record Renewed(Contract contract, Period term, int told) implements Notice {}

    /**
     * With this term the account's last contract ended, by a cancellation.
     *
     * @param told how often the end of that day was told before
     */
    record Churned(Contract contract, Period term, int told) implements Notice {}
}
