package dev.bellwether.renewal.retention;

import java.math.BigInteger;

/**
 * What a contract, or a customer, amounts to on a day.
 *
 * @param active whether a subscription runs on that day
 * @param arr in minor units, exact; 0 unless active
 */
public record Balance(boolean active, BigInteger arr) {

    public static final Balance NONE = new Balance(false, BigInteger.ZERO);

    /** Of one contract that runs. */
    public static Balance of(long arr) {
        return new Balance(true, BigInteger.valueOf(arr));
    }

    Balance plus(Balance other) {
        return new Balance(active || other.active, arr.add(other.arr));
    }
}
