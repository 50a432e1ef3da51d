package dev.bellwether.benchmarks.health;

/** Chance that falls the same way each time. */
public final class Dice {

    private Dice() {}

    /** A number without pattern from one with (the finaliser of MurmurHash3). */
    public static long of(long number) {
        long mixed = number + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    /** A number from 0 up to and without a bound. */
    public static int below(int bound, long number) {
        return (int) Long.remainderUnsigned(of(number), bound);
    }
}
