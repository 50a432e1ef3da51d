package dev.bellwether.renewal.likelihood;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How likely a term is to renew, with the past terms that say so. With a prior of Beta(1,1) and r of n terms renewed the
 * share that renews is Beta(1 + r, 1 + n − r): its mean, and the interval that holds 90 % of it.
 *
 * @param mean 0 … 1, like {@code low} and {@code high} with four decimals, to be shown; amounts are weighed with {@link #share}
 */
public record Likelihood(Place place, Tally past, BigDecimal mean, BigDecimal low, BigDecimal high) {

    /** With fewer past terms a likelihood is the prior's more than the company's own. */
    public static final int ENOUGH = 20;

    private static final int DECIMALS = 4;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** The likelihood that follows from these past terms. */
    public static Likelihood of(Place place, Tally past) {
        double renewed = 1.0 + past.renewed();
        double lost = 1.0 + past.terms() - past.renewed();
        BetaDistribution share = BetaDistribution.of(renewed, lost);
        return new Likelihood(
                place,
                past,
                share(past).rounded(DECIMALS),
                rounded(share.inverseCumulativeProbability(LOW)),
                rounded(share.inverseCumulativeProbability(HIGH)));
    }

    /** The mean, exactly: (1 + r) ÷ (2 + n). */
    public Fraction share() {
        return share(past);
    }

    /** Whether the past says too little. */
    public boolean tooFew() {
        return past.terms() < ENOUGH;
    }

    /** What the figure rests on, in a sentence. */
    public String basis() {
        String terms = "%d of %d past terms in band %s at %d days renewed"
                .formatted(past.renewed(), past.terms(), place.band().json(), place.milestone());
        return tooFew() ? "too few: " + terms + "; prior Beta(1,1), which takes every share for equally likely" : terms;
    }

    private static Fraction share(Tally past) {
        return Fraction.of(1 + past.renewed(), 2 + past.terms());
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
