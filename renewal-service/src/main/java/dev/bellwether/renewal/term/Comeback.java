package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A contract that was over and is taken up again by a word, without new dates. Said soon, the word corrects how the term
 * ended; said later, what ended stays ended, as the ledger has it.
 */
public final class Comeback {

    private Comeback() {}

    /**
     * The first day of the term in which it stands again; empty where it was not over, or soon before.
     *
     * @param was what was agreed before the word
     * @param is what is agreed since
     * @param day on which the word was said
     */
    static Optional<LocalDate> since(Contract was, Contract is, LocalDate day) {
        Standing standing = Course.of(is, day).standing();
        return standing.runs() && was.dates().equals(is.dates()) && isLongOver(was, day)
                ? standing.period().map(Period::startsOn)
                : Optional.empty();
    }

    /** Whether what was agreed had been over on that day for so long that no word corrects how it ended. */
    public static boolean isLongOver(Contract was, LocalDate day) {
        return Course.of(was, day).standing() instanceof Standing.Over over
                && was.stop().isLongOver(over.term(), day);
    }
}
