package dev.bellwether.alert.policy;

/**
 * How often alerts were right: the share that was useful or known among those somebody judged, with the 95 % interval of
 * Wilson.
 *
 * <pre>centre = (p + z²/2n) / (1 + z²/n),  margin = z·√(p(1−p)/n + z²/4n²) / (1 + z²/n)</pre>
 *
 * @param judged how many were judged, at least 1
 * @param right how many of them were useful or known
 */
public record Precision(int judged, int right) {

    /** Fewer than this say nothing. */
    public static final int ENOUGH = 10;

    private static final double Z = 1.959964;

    public Precision {
        if (judged < 0 || right < 0 || right > judged) {
            throw new IllegalArgumentException(right + " of " + judged + " cannot have been right");
        }
    }

    public boolean tooFewToSay() {
        return judged < ENOUGH;
    }

    public double share() {
        return judged == 0 ? 0 : (double) right / judged;
    }

    /** 0 … 1. */
    public double low() {
        return Math.max(0, centre() - margin());
    }

    /** 0 … 1. */
    public double high() {
        return judged == 0 ? 1 : Math.min(1, centre() + margin());
    }

    private double centre() {
        double n = Math.max(1, judged);
        return (share() + Z * Z / (2 * n)) / (1 + Z * Z / n);
    }

    private double margin() {
        double n = Math.max(1, judged);
        return Z * Math.sqrt(share() * (1 - share()) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    }
}
