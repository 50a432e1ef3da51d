package dev.bellwether.renewal.stake;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.likelihood.Likelihood;
import dev.bellwether.renewal.likelihood.Likelihoods;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reckons what is at stake. A term is looked at from some days before its decision date on; after that date only while
 * it still ends unless somebody renews it: what renews by itself is decided.
 *
 * @param aheadDays from how many days before the decision date
 * @param rates worth of one whole unit of a currency, for the order alone; 1 where none is named
 */
public record Reckoner(Likelihoods likelihoods, int aheadDays, Map<String, BigDecimal> rates) {

    private static final int USUAL_DIGITS = 2;

    public Reckoner {
        rates = Map.copyOf(rates);
    }

    /** What is at stake that day; nothing while it is too early, or nothing can be done any more. */
    public Optional<Exposure> reckon(Stake stake, Band band, LocalDate today) {
        long daysLeft = ChronoUnit.DAYS.between(today, stake.decisionOn());
        boolean decided = daysLeft < 0 && stake.autoRenew();
        if (decided || daysLeft > aheadDays) {
            return Optional.empty();
        }
        Likelihood likelihood = likelihoods.of(band, daysLeft);
        BigDecimal atRisk = likelihood
                .share()
                .rest()
                .times(BigInteger.valueOf(stake.value()))
                .rounded(0);
        double rank = worth(atRisk, stake.currency())
                .divide(BigDecimal.valueOf(Math.max(1, daysLeft)), MathContext.DECIMAL128)
                .doubleValue();
        return Optional.of(new Exposure(today, likelihood, atRisk.longValueExact(), rank));
    }

    /** The day after that one on which the answer is another one by itself. */
    public Optional<LocalDate> nextOn(Stake stake, LocalDate today) {
        LocalDate first = stake.decisionOn().minusDays(aheadDays);
        boolean decided = stake.decisionOn().isBefore(today) && stake.autoRenew();
        return decided ? Optional.empty() : Optional.of(first.isAfter(today) ? first : today.plusDays(1));
    }

    private BigDecimal worth(BigDecimal minorUnits, @Nullable String currency) {
        return currency == null
                ? BigDecimal.ZERO
                : minorUnits.movePointLeft(digits(currency)).multiply(rates.getOrDefault(currency, BigDecimal.ONE));
    }

    /** Decimals of a currency by ISO 4217: 2 of the euro, 0 of the yen, 3 of the dinar. */
    static int digits(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? USUAL_DIGITS : digits;
        } catch (IllegalArgumentException e) {
            return USUAL_DIGITS; // a code that this machine has not heard of
        }
    }
}
