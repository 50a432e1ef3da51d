package dev.bellwether.benchmarks.ingest;

import java.util.Arrays;

/**
 * How long the programs of a measure are given to come to their pace: rounds until one is hardly faster than those before it in
 * anything that it measures. What is compiled meanwhile makes the first of them slow, and the baseline as well as ours.
 */
final class WarmUp {

    /** So much faster than ever before a round is while something is still warming up. */
    private static final double STILL_FASTER = 1.05;

    private static final int MOST_ROUNDS = 8;

    private int rounds;
    private boolean warm;
    private double[] best = {};

    /** Whether the next round counts. */
    boolean isOver() {
        return warm || rounds == MOST_ROUNDS;
    }

    /**
     * A round has been.
     *
     * @param paces how fast went what it measures, always in the same order
     */
    void note(double... paces) {
        warm = rounds > 0;
        rounds++;
        best = Arrays.copyOf(best, paces.length);
        for (int i = 0; i < paces.length; i++) {
            warm &= paces[i] < best[i] * STILL_FASTER;
            best[i] = Math.max(best[i], paces[i]);
        }
    }
}
