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
     * @param figure to the last digit
     * @param points 0 … 100, at most nine decimals
     * @param lost points it takes from the score before caps, at most nine decimals
     */
    record Present(String name, double weight, BigDecimal figure, BigDecimal points, BigDecimal lost)
            implements SignalReading {}

    /** The figure was missing: the signal neither helps nor harms, its weight is spread over the others. */
    record Missing(String name, double weight) implements SignalReading {}
}
