package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.Currencies;
import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a subscription ran and was worth the same, by the facts of each of these days and nothing later.
 *
 * @param to last day, {@link #FOREVER} while nothing ends it
 * @param currency {@code XXX}, as ISO 4217 has it, while neither contract nor account names one
 * @param annualAmount ARR in minor units
 * @param terms null while the contract has no terms
 */
public record Stretch(
        LocalDate from,
        LocalDate to,
        String currency,
        long annualAmount,
        @Nullable Terms terms) {

    /** The day that never comes. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /**
     * The terms of which these days are part.
     *
     * @param first from which the others follow
     * @param lastEnd no term ends after it
     * @param noticeDays from the decision date to a term's end
     */
    public record Terms(Period first, LocalDate lastEnd, int noticeDays) {

        /** The term of which the decision date falls first on one of these days; null when none does. */
        public @Nullable Period decidedBetween(LocalDate from, LocalDate to) {
            Period term = endingOnOrAfter(from.plusDays(noticeDays));
            return term.endsOn().isAfter(lastEnd)
                            || term.endsOn().minusDays(noticeDays).isAfter(to)
                    ? null
                    : term;
        }

        /** The newest term of which the decision date lies before that day and the end does not; null when there is none. */
        @Nullable
        Period decidedBefore(LocalDate day) {
            long next = indexEndingOnOrAfter(day.plusDays(noticeDays));
            Period term = next == 0 ? null : first.repeated(next - 1);
            return term == null || term.endsOn().isBefore(day) || term.endsOn().isAfter(lastEnd) ? null : term;
        }

        /** The term that ends first on that day or later, were there always a next one. */
        Period endingOnOrAfter(LocalDate day) {
            return first.repeated(indexEndingOnOrAfter(day));
        }

        private long indexEndingOnOrAfter(LocalDate day) {
            long low = 0;
            long high = Math.max(0, ChronoUnit.DAYS.between(first.endsOn(), day)) / Math.min(28, first.days()) + 1;
            while (low < high) {
                long middle = (low + high) / 2;
                if (first.repeated(middle).endsOn().isBefore(day)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** Whether the contract or its account names a currency. */
    public boolean hasCurrency() {
        return !currency.equals(Currencies.NONE);
    }

    /** Whether it includes the day. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The term of which the decision date came first on one of these days; null when none did. */
    public @Nullable Period decidedBetween(LocalDate first, LocalDate last) {
        LocalDate since = from.isBefore(first) ? first : from;
        LocalDate until = to.isBefore(last) ? to : last;
        return terms == null || since.isAfter(until) ? null : terms.decidedBetween(since, until);
    }

    /** The term of which the decision date, one of those days, had passed when these began; null when there is none. */
    public @Nullable Period decidedBeforehand(LocalDate first, LocalDate last) {
        Period term = terms == null ? null : terms.decidedBefore(from);
        if (terms == null || term == null) {
            return null;
        }
        LocalDate decisionOn = term.endsOn().minusDays(terms.noticeDays());
        return decisionOn.isBefore(first) || decisionOn.isAfter(last) ? null : term;
    }

    /**
     * The term that was cut short with the last of these days, should its decision date still have come on one of those
     * days; null when none was. Asked of the last stretch of a contract: others are followed, not cut short.
     */
    public @Nullable Period cutShortBefore(LocalDate first, LocalDate last) {
        if (terms == null || to.equals(FOREVER)) {
            return null;
        }
        Period term = terms.endingOnOrAfter(to);
        LocalDate decisionOn = term.endsOn().minusDays(terms.noticeDays());
        return decisionOn.isAfter(to) && !decisionOn.isBefore(first) && !decisionOn.isAfter(last) ? term : null;
    }

    /** The part of it that lies within these days; null when none does. */
    @Nullable
    Stretch within(LocalDate first, LocalDate last) {
        LocalDate since = from.isBefore(first) ? first : from;
        LocalDate until = to.isBefore(last) ? to : last;
        return since.isAfter(until) ? null : new Stretch(since, until, currency, annualAmount, terms);
    }

    boolean isContinuedBy(Stretch next) {
        return new Stretch(next.from, next.to, currency, annualAmount, terms).equals(next)
                && to.plusDays(1).equals(next.from);
    }
}
