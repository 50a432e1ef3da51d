package dev.bellwether.renewal.retention;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Customers and what they amount to together.
 *
 * @param arr in minor units, exact; negative for what was lost
 */
public record Sum(long accounts, BigInteger arr) {

    public static final Sum NONE = new Sum(0, BigInteger.ZERO);

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** MRR = ARR ÷ 12 in minor units, rounded half-up once, after adding. */
    public BigInteger mrr() {
        return new BigDecimal(arr).divide(MONTHS, 0, RoundingMode.HALF_UP).toBigInteger();
    }

    Sum plus(BigInteger amount) {
        return new Sum(accounts + 1, arr.add(amount));
    }
}
