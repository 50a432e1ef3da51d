package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract as all versions together tell it.
 *
 * @param period the term that the source last named; null while it named no usable dates
 * @param noticeDays how many days before the term's end the customer has to say no
 * @param currency of the lines; null while neither the contract nor its account names one
 */
public record Contract(
        String contractId,
        ContractKind kind,
        @Nullable Period period,
        int noticeDays,
        AutoRenewal autoRenewal,
        Stop stop,
        List<ContractLine> lines,
        @Nullable String currency) {

    private static final long LARGEST_AMOUNT = 999_999_999_999_999_999L;

    public Contract {
        lines = List.copyOf(lines);
    }

    /** What the source calls the contract now. */
    public ContractStatus status() {
        return stop.status();
    }

    public boolean autoRenew() {
        return autoRenewal.now();
    }

    /** Last day on which the customer can say no to what follows that term. */
    public LocalDate decisionOn(Period term) {
        return term.endsOn().minusDays(noticeDays);
    }

    /** ARR = Σ lines, in minor units; a sum of more than 18 digits, which no reader would take, is cut to them. */
    public long annualAmount() {
        return lines.stream()
                .mapToLong(ContractLine::annualAmount)
                .reduce(0, (sum, amount) -> Math.clamp(sum + amount, -LARGEST_AMOUNT, LARGEST_AMOUNT));
    }

    /** ARR by currency; empty while the currency is unknown. */
    public Map<String, Long> annualValue() {
        return currency == null ? Map.of() : Map.of(currency, annualAmount());
    }

    /** The milestones of a term, in the order of their days. */
    public List<Milestone> milestones(Period term) {
        return Schedule.of(this, term);
    }

    /** One term of this contract as it is told to others. */
    public Term term(Period term) {
        return new Term(contractId, kind, term.startsOn(), term.endsOn(), decisionOn(term), autoRenew(), annualValue());
    }

    /** Whether a new term follows that one by itself. Trials never renew. */
    boolean renewsAfter(Period term) {
        return switch (kind) {
            case TRIAL -> false;
            case SUBSCRIPTION -> autoRenewal.holdsAfter(term.endsOn()) && !stop.heldBy(term.endsOn());
        };
    }
}
