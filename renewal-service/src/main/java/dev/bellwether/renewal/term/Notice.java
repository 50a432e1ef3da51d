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

    /** The term ended without renewing. */
    record Lapsed(Contract contract, Period term) implements Notice {}

    /** This term began by itself. */
    record Renewed(Contract contract, Period term) implements Notice {}

    /** With this term the account's last contract ended, by a cancellation. */
    record Churned(Contract contract, Period term) implements Notice {}
}
