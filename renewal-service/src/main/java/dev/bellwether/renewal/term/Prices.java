package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contract costs: the lines last said, and those that take their place when its term renews.
 *
 * @param saidOn day on which the lines were said; null while none were
 * @param atRenewal null while no change was said
 */
public record Prices(
        List<ContractLine> lines,
        @Nullable LocalDate saidOn,
        @Nullable Change atRenewal) {

    private static final long LARGEST_AMOUNT = 999_999_999_999_999_999L;

    /**
     * Lines that hold from the next term on that begins after they were said.
     *
     * @param saidOn a day in that sense
     */
    public record Change(List<ContractLine> lines, LocalDate saidOn) {

        public Change {
            lines = List.copyOf(lines);
        }
    }

    public Prices {
        lines = List.copyOf(lines);
    }

    /**
     * The lines of a term. What was said of the lines after a change took effect counts for more than the change.
     *
     * @param first term of the contract, from which the others follow
     */
    List<ContractLine> of(Period term, Period first) {
        if (atRenewal == null || !term.startsOn().isAfter(atRenewal.saidOn())) {
            return lines;
        }
        boolean saidAgain = saidOn != null && !saidOn.isBefore(effective(atRenewal, first));
        return saidAgain ? lines : atRenewal.lines();
    }

    private static LocalDate effective(Change change, Period first) {
        Period term = first;
        for (int renewals = 1; !term.startsOn().isAfter(change.saidOn()); renewals++) {
            term = first.repeated(renewals);
        }
        return term.startsOn();
    }

    /** Σ of their annual amounts; a sum of more than 18 digits, which no reader would take, is cut to them. */
    static long sum(List<ContractLine> lines) {
        return lines.stream()
                .mapToLong(ContractLine::annualAmount)
                .reduce(0, (sum, amount) -> Math.clamp(sum + amount, -LARGEST_AMOUNT, LARGEST_AMOUNT));
    }
}
