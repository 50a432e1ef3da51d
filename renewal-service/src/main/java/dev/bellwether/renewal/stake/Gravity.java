package dev.bellwether.renewal.stake;

import dev.bellwether.contracts.Severity;
import java.util.Collection;

/**
 * How grave the open flags of an account are together: first by the gravest, then by how many there are. Good news
 * weighs nothing.
 *
 * @param value 0 without flags that worry; comparable
 */
public record Gravity(int value) {

    private static final int MOST_COUNTED = 999;
    private static final int STEP = 1000;

    /** Of all open flags. */
    public static Gravity of(Collection<Severity> open) {
        int count = (int) open.stream().filter(Gravity::worries).count();
        int gravest = open.stream().mapToInt(Severity::ordinal).max().orElse(0);
        return new Gravity(gravest * STEP + Math.min(count, MOST_COUNTED));
    }

    /** The severity of the gravest flag; info when none worries. */
    Severity severity() {
        return Severity.values()[value / STEP];
    }

    private static boolean worries(Severity severity) {
        return severity != Severity.INFO;
    }
}
