package dev.bellwether.renewal.likelihood;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A fraction that nothing was rounded of: amounts are weighed with it, and only what comes out is rounded, half-up.
 *
 * @param under positive
 */
public record Fraction(BigInteger over, BigInteger under) {

    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    /** What is missing to one. */
    public Fraction rest() {
        return new Fraction(under.subtract(over), under);
    }

    public Fraction plus(Fraction other) {
        BigInteger sum = over.multiply(other.under).add(other.over.multiply(under));
        BigInteger product = under.multiply(other.under);
        BigInteger common = sum.gcd(product);
        return new Fraction(sum.divide(common), product.divide(common));
    }

    public Fraction times(BigInteger amount) {
        return new Fraction(over.multiply(amount), under);
    }

    public boolean isAtLeast(BigDecimal other) {
        return new BigDecimal(over).compareTo(other.multiply(new BigDecimal(under))) >= 0;
    }

    /** With so many decimals. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(over).divide(new BigDecimal(under), decimals, RoundingMode.HALF_UP);
    }
}
