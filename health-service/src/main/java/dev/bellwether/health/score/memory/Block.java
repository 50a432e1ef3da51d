package dev.bellwether.health.score.memory;

import it.unimi.dsi.fastutil.Hash;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/** 64 consecutive days: for each key the days on which it was active, one bit a day, and the number of keys a day. */
final class Block {

    static final int DAYS = Long.SIZE;

    // the counts a day, and the objects themselves
    private static final long OWN_BYTES = DAYS * Integer.BYTES + 150;

    private final long index;
    private final Long2LongOpenHashMap masks = new Long2LongOpenHashMap(4);
    private final int[] keysOn = new int[DAYS];
    private long activeDays;

    Block(long index) {
        this.index = index;
    }

    static long indexOf(long day) {
        return day >> 6;
    }

    long index() {
        return index;
    }

    Long2LongOpenHashMap masks() {
        return masks;
    }

    long maskOf(long key) {
        return masks.get(key);
    }

    /** Sets the bits and returns those that were not set before. */
    long set(long key, long bits) {
        long before = masks.get(key);
        long fresh = bits & ~before;
        if (fresh != 0) {
            masks.put(key, before | fresh);
            activeDays |= fresh;
            for (long left = fresh; left != 0; left &= left - 1) {
                keysOn[Long.numberOfTrailingZeros(left)]++;
            }
        }
        return fresh;
    }

    /** What this takes of memory, in bytes; an estimate. */
    long bytes() {
        return OWN_BYTES + 2L * Long.BYTES * HashCommon.arraySize(masks.size(), Hash.DEFAULT_LOAD_FACTOR);
    }

    /** Days with at least one active key. */
    long activeDays() {
        return activeDays;
    }

    /** A copy of the number of active keys on each day. */
    int[] keysOn() {
        return keysOn.clone();
    }

    /** Sum over the days of the number of active keys. */
    long keyDays(long days) {
        long sum = 0;
        for (long left = days; left != 0; left &= left - 1) {
            sum += keysOn[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }

    /** The days of this block that lie in {@code from … to}, as bits. */
    long within(long from, long to) {
        long first = Math.max(from, index << 6);
        long last = Math.min(to, (index << 6) + DAYS - 1);
        return first > last ? 0 : (-1L >>> (DAYS - 1 - (last - first))) << (first & (DAYS - 1));
    }

    long lastOf(long days) {
        return (index << 6) + DAYS - 1 - Long.numberOfLeadingZeros(days);
    }

    long firstOf(long days) {
        return (index << 6) + Long.numberOfTrailingZeros(days);
    }
}
