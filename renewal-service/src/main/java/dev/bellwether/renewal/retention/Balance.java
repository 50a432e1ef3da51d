package dev.bellwether.renewal.retention;

/**
 * What a contract, or a customer, amounts to on a day.
 *
 * @param active whether a subscription runs on that day
 * @param arr in minor units; 0 unless active
 */
public record Balance(boolean active, long arr) {

    public static final Balance NONE = new Balance(false, 0);

    Balance plus(Balance other) {
        return new Balance(active || other.active, Math.addExact(arr, other.arr));
    }
}
