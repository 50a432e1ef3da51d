package dev.bellwether.renewal.retention;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What stayed of the customers that were there at the opening. Percentages come from the exact sums, have two decimals,
 * half-up, and are null where there was nothing to keep.
 *
 * @param opening those customers
 * @param closing those of them still active, with what they all amount to at the closing
 * @param kept Σ over customers of min(ARR closing, ARR opening): the minimum of each before adding
 */
public record Kept(Sum opening, Sum closing, BigInteger kept) {

    static final Kept NOTHING = new Kept(Sum.NONE, Sum.NONE, BigInteger.ZERO);

    /** Gross revenue retention. */
    public @Nullable BigDecimal grr() {
        return percent(kept, opening.arr());
    }

    /** Net revenue retention. */
    public @Nullable BigDecimal nrr() {
        return percent(closing.arr(), opening.arr());
    }

    /** The share of customers that stayed. */
    public @Nullable BigDecimal logo() {
        return percent(BigInteger.valueOf(closing.accounts()), BigInteger.valueOf(opening.accounts()));
    }

    Kept plus(Balance before, Balance after) {
        if (!before.active()) {
            return this;
        }
        return new Kept(
                opening.plus(before.arr()),
                after.active() ? closing.plus(after.arr()) : closing,
                kept.add(before.arr().min(after.arr())));
    }

    private static @Nullable BigDecimal percent(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? null
                : new BigDecimal(part.multiply(BigInteger.valueOf(100)))
                        .divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP);
    }
}
