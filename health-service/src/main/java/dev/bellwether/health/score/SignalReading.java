package dev.bellwether.health.score;

import java.math.BigDecimal;

/** What one signal of a model made of an account's figures. */
public sealed interface SignalReading {

    /** The signal's name in its model. */
    String name();

    /** The signal's weight in its model. */
    double weight();

    /**
     * The figure was there.
     *
     * @param figure as shown, six significant digits unless whole
     * @param points 0 … 100, four decimals
     * @param lost points it takes from the score before caps, four decimals
     */
    record Present(String name, double weight, BigDecimal figure, BigDecimal points, BigDecimal lost)
            implements SignalReading {}

    /** The figure was missing: the signal neither helps nor harms, its weight is spread over the others. */
    record Missing(String name, double weight) implements SignalReading {}
}
