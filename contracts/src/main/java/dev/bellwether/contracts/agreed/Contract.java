package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Currencies;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contract as all versions together tell it.
 *
 * @param noticeDays how many days before the term's end the customer has to say no
 * @param currency of the lines; null while neither the contract nor its account names one, or one that ISO 4217 does not know
 */
public record Contract(
        String contractId,
        ContractKind kind,
        Dates dates,
        int noticeDays,
        AutoRenewal autoRenewal,
        Stop stop,
        Prices prices,
        @Nullable String currency) {

    public Contract {
        currency = currency == null || !Currencies.isKnown(currency) ? null : currency;
    }

    /** What the source calls the contract now. */
    public ContractStatus status() {
        return stop.status();
    }

    public boolean autoRenew() {
        return autoRenewal.now();
    }

    /** Whether a new term follows by itself when nobody says anything. */
    public boolean renewsBySilence() {
        return kind == ContractKind.SUBSCRIPTION && autoRenew();
    }

    /** The term that the source last named, or the days of what had no end until somebody said no; null when there is none. */
    public @Nullable Period period() {
        return dates.period();
    }

    /**
     * Whether each term is decided on before it begins or hardly after, because the notice is about as long as the terms:
     * nine tenths of the first, as they differ by some days.
     */
    public boolean decidesAhead() {
        Period first = period();
        return first != null && renewsBySilence() && noticeDays * 10L >= first.days() * 9;
    }

    /** The term that is decided on next, that day included, as terms follow from the first. */
    public Period nextDecided(Period first, LocalDate day) {
        return new Stretch.Terms(first, Stretch.FOREVER, noticeDays).endingOnOrAfter(day.plusDays(noticeDays));
    }

    /** Last day on which the customer can say no to what follows that term. */
    public LocalDate decisionOn(Period term) {
        return term.endsOn().minusDays(noticeDays);
    }

    /** The lines of a term of this contract; those last said when it has no terms. */
    public List<ContractLine> lines(@Nullable Period term) {
        Period first = period();
        return term == null || first == null ? prices.lines() : prices.of(term, first);
    }

    /** ARR of a term = Σ its lines, in minor units. */
    public long annualAmount(@Nullable Period term) {
        return Prices.sum(lines(term));
    }

    /** ARR of a term by currency; empty while the currency is unknown. */
    public Map<String, Long> annualValue(@Nullable Period term) {
        return currency == null ? Map.of() : Map.of(currency, annualAmount(term));
    }

    /** One term of this contract as it is told to others. */
    public Term term(Period term) {
        return new Term(
                contractId, kind, term.startsOn(), term.endsOn(), decisionOn(term), autoRenew(), annualValue(term));
    }

    /**
     * This contract, which runs on though a next term was named, with the lines and the currency that were said anew since:
     * what is said while the named term stays as it was counts at once, what is said together with it is that term's.
     *
     * @param before what all versions told up to the day before; null on the first
     * @param now what they tell with those of the day
     */
    public Contract withWordsSince(@Nullable Contract before, Contract now) {
        if (before == null
                || before.status() == ContractStatus.DRAFT
                || !Objects.equals(before.period(), now.period())) {
            return this;
        }
        boolean otherLines = !before.prices.lines().equals(now.prices.lines());
        boolean otherCurrency = !Objects.equals(before.currency, now.currency);
        return new Contract(
                contractId,
                kind,
                dates,
                noticeDays,
                autoRenewal,
                stop,
                otherLines ? prices.with(now.prices) : prices,
                otherCurrency ? now.currency : currency);
    }

    /** Whether a new term follows that one by itself. Trials never renew. */
    public boolean renewsAfter(Period term) {
        return switch (kind) {
            case TRIAL -> false;
            case SUBSCRIPTION -> autoRenewal.holdsAfter(term.endsOn()) && !stop.isLast(term.endsOn());
        };
    }
}
