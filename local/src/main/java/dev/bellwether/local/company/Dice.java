package dev.bellwether.local.company;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way every time: what is drawn depends on the seed and on what it is drawn for, nothing else. */
record Dice(long seed) {

    SplittableRandom forThe(String purpose, long... which) {
        long mixed = seed;
        for (char letter : purpose.toCharArray()) {
            mixed = mix(mixed ^ letter);
        }
        for (long number : which) {
            mixed = mix(mixed ^ number);
        }
        return new SplittableRandom(mixed);
    }

    static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The finaliser of SplitMix64: neighbouring numbers come out far apart. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
