package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.term.Stretch;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

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

    /** Rows as columns of texts, in the order of {@link #COLUMNS}, which the database casts to the types it wants. */
    static List<@Nullable String[]> columns(List<Booked> rows) {
        return List.of(
                column(rows, Booked::accountId),
                column(rows, Booked::contractId),
                column(rows, row -> row.stretch.from()),
                column(rows, row -> row.stretch.to()),
                column(rows, row -> row.stretch.currency()),
                column(rows, row -> row.stretch.annualAmount()),
                column(rows, row -> ofTerms(row, terms -> terms.first().startsOn())),
                column(rows, row -> ofTerms(row, terms -> terms.first().endsOn())),
                column(rows, row -> ofTerms(row, Stretch.Terms::lastEnd)),
                column(rows, row -> ofTerms(row, Stretch.Terms::noticeDays)));
    }

    private static @Nullable Object ofTerms(Booked row, Function<Stretch.Terms, Object> value) {
        Stretch.Terms terms = row.stretch.terms();
        return terms == null ? null : value.apply(terms);
    }

    private static @Nullable String[] column(List<Booked> rows, Function<Booked, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(one -> one == null ? null : Objects.toString(one))
                .toArray(String[]::new);
    }
}
