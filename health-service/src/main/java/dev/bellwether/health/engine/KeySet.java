package dev.bellwether.health.engine;

import java.util.Arrays;

/**
 * A set of 64-bit keys, of a size that is fixed from the start, in six bytes a place: of a key 48 bits are kept, and where
 * they lie says as much as the rest. A key that is not in the set is taken for one that is with a probability of about one
 * in 20 million million when it is full, and less before.
 */
final class KeySet {

    // of five places one stays free, so that few others lie on the way to a key's own
    private static final int OF_PLACES = 5;
    private static final int TAKEN = 4;
    // odd, so that all bits of a key have a say in its place
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int limit;
    private final int[] low;
    private final short[] high;
    private int size;

    KeySet(int limit) {
        this.limit = limit;
        low = new int[places(limit)];
        high = new short[low.length];
    }

    /** What a set of so many takes of memory. */
    static long bytes(int limit) {
        return (long) places(limit) * (Integer.BYTES + Short.BYTES);
    }

    private static int places(int limit) {
        return Math.toIntExact((long) limit * OF_PLACES / TAKEN + 1);
    }

    int size() {
        return size;
    }

    /** Whether nothing may be added any more. */
    boolean isFull() {
        return size >= limit;
    }

    boolean contains(long key) {
        return low[placeOf(key)] != 0;
    }

    /** True when it was not in the set, which must not be full. */
    boolean add(long key) {
        int place = placeOf(key);
        if (low[place] != 0) {
            return false;
        }
        low[place] = lowOf(key);
        high[place] = highOf(key);
        size++;
        return true;
    }

    void clear() {
        Arrays.fill(low, 0);
        size = 0;
    }

    /** Where the key is, or else the free place where it would be. */
    private int placeOf(long key) {
        int lowBits = lowOf(key);
        short highBits = highOf(key);
        int place = (int) ((key * SPREAD >>> Integer.SIZE) * low.length >>> Integer.SIZE);
        while (low[place] != 0 && (low[place] != lowBits || high[place] != highBits)) {
            place = place + 1 == low.length ? 0 : place + 1;
        }
        return place;
    }

    /** Never 0, which is a free place. */
    private static int lowOf(long key) {
        int bits = (int) key;
        return bits == 0 ? 1 : bits;
    }

    private static short highOf(long key) {
        return (short) (key >>> Integer.SIZE);
    }
}
