package dev.bellwether.contracts.agreed;

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
     * Lines that hold from the next term on that begins after they were said, and after the term known then.
     *
     * @param saidOn a day in that sense
     * @param during the term that was named when they were said, or else first after that; null while none was
     */
    public record Change(
            List<ContractLine> lines,
            LocalDate saidOn,
            @Nullable Period during) {

        public Change {
            lines = List.copyOf(lines);
        }
    }

    public Prices {
        lines = List.copyOf(lines);
    }

    /** These, with other lines and the day on which they were said. */
    Prices with(Prices other) {
        return new Prices(other.lines, other.saidOn, atRenewal);
    }

    /**
     * The lines of a term. What was said of the lines after a change took effect counts for more than the change.
     *
     * @param first term of the contract, from which the others follow
     */
    List<ContractLine> of(Period term, Period first) {
        LocalDate effective = effective(first);
        if (atRenewal == null || effective == null || term.startsOn().isBefore(effective)) {
            return lines;
        }
        boolean saidAgain = saidOn != null && !saidOn.isBefore(effective);
        return saidAgain ? lines : atRenewal.lines();
    }

    /**
     * The first day of the term with which a change takes effect: a price at renewal is never that of the term that was
     * agreed on with it, not even when both were said ahead of it. Null while no change was said.
     *
     * @param first term of the contract, from which the others follow
     */
    @Nullable
    LocalDate effective(Period first) {
        if (atRenewal == null) {
            return null;
        }
        Period during = atRenewal.during();
        boolean later = during != null && first.startsOn().isAfter(during.endsOn());
        if (later && first.startsOn().isAfter(atRenewal.saidOn())) {
            return first.startsOn();
        }
        Period running = new Stretch.Terms(first, Stretch.FOREVER, 0).endingOnOrAfter(atRenewal.saidOn());
        return running.endsOn().plusDays(1);
    }

    /** Σ of their annual amounts; a sum of more than 18 digits, which no reader would take, is cut to them. */
    static long sum(List<ContractLine> lines) {
        return lines.stream()
                .mapToLong(ContractLine::annualAmount)
                .reduce(0, (sum, amount) -> Math.clamp(sum + amount, -LARGEST_AMOUNT, LARGEST_AMOUNT));
    }
}
