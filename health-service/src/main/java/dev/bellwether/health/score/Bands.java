package dev.bellwether.health.score;

import dev.bellwether.contracts.Band;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where the bands of a model lie. A change for the better needs some points more than the threshold, so that a score
 * trembling at an edge makes one change, not ten.
 *
 * @param yellowFrom lowest score of yellow
 * @param greenFrom lowest score of green
 * @param hysteresis points above a threshold that a change for the better needs
 * @param coverageFrom coverage below which the band is unknown, 0 … 1
 */
public record Bands(int yellowFrom, int greenFrom, int hysteresis, double coverageFrom) {

    public Bands {
        if (yellowFrom >= greenFrom || hysteresis < 0) {
            throw new IllegalArgumentException(
                    "yellow from " + yellowFrom + ", green from " + greenFrom + ", hysteresis " + hysteresis);
        }
    }

    /**
     * The band that follows.
     *
     * @param score null when no signal was present
     * @param coverage 0 … 1
     */
    public Band next(Band previous, @Nullable BigDecimal score, double coverage) {
        if (score == null || coverage < coverageFrom) {
            return Band.UNKNOWN;
        }
        return switch (previous) {
            case UNKNOWN, GREEN -> band(score, yellowFrom, greenFrom);
            case YELLOW -> band(score, yellowFrom, greenFrom + hysteresis);
            case RED -> band(score, yellowFrom + hysteresis, greenFrom + hysteresis);
        };
    }

    /**
     * Whether the same band follows whatever the previous one was: most scores lie between the thresholds, not within the
     * points of hysteresis above one.
     */
    public boolean isDecided(@Nullable BigDecimal score, double coverage) {
        return next(Band.GREEN, score, coverage) == next(Band.YELLOW, score, coverage)
                && next(Band.YELLOW, score, coverage) == next(Band.RED, score, coverage);
    }

    private static Band band(BigDecimal score, int yellow, int green) {
        if (score.compareTo(BigDecimal.valueOf(green)) >= 0) {
            return Band.GREEN;
        }
        return score.compareTo(BigDecimal.valueOf(yellow)) >= 0 ? Band.YELLOW : Band.RED;
    }
}
