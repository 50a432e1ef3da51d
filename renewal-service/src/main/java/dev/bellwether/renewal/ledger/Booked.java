package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Stretch;
import java.time.LocalDate;
import java.util.function.IntFunction;

/** A stretch of one contract as it stands in the ledger. */
record Booked(String accountId, String contractId, Stretch stretch) {

    /** The columns of a row as {@link #read} takes them. */
    static final String COLUMNS = "account_id, contract_id, from_on, to_on, currency, annual_amount,"
            + " term_starts_on, term_ends_on, last_ends_on, notice_days";

    /** Reads a row whose columns are those, in that order. */
    static Booked read(IntFunction<Object> row) {
        LocalDate starts = (LocalDate) row.apply(6);
        Stretch.Terms terms = starts == null
                ? null
                : new Stretch.Terms(
                        new Period(starts, (LocalDate) row.apply(7)), (LocalDate) row.apply(8), (Integer) row.apply(9));
        return new Booked(
                (String) row.apply(0),
                (String) row.apply(1),
                new Stretch(
                        (LocalDate) row.apply(2),
                        (LocalDate) row.apply(3),
                        (String) row.apply(4),
                        (Long) row.apply(5),
                        terms));
    }
}
