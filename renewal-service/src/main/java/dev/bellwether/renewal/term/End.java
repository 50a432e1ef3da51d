package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;

/**
 * A term that is over, and how it ended.
 *
 * @param agreed the contract as it was agreed for that term: the next may be about other money
 */
public record End(Contract agreed, Period term, Outcome outcome) {

    /** That of the term, unless its source ended it before. */
    LocalDate lastDay() {
        return agreed.stop().lastDay(term);
    }
}
