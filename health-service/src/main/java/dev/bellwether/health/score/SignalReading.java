package dev.bellwether.health.score;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What one signal of a model made of an account's figures. */
public sealed interface SignalReading {

    /** The signal's name in its model. */
    String name();

    /** The signal's weight in its model. */
    double weight();

    /** A signal that has a figure, and so a say in the score. */
    sealed interface Counted extends SignalReading {

        /** To the last digit. */
        BigDecimal figure();

        /** 0 … 100, at most nine decimals. */
        BigDecimal points();

        /** Points it takes from the score before caps, at most nine decimals. */
        BigDecimal lost();
    }

    /** The figure was there. */
    record Present(String name, double weight, BigDecimal figure, BigDecimal points, BigDecimal lost)
            implements Counted {}

    /**
     * The signal's source is silent: the figure is that of an earlier day.
     *
     * @param keptFrom the day before the source fell silent
     */
    record Frozen(String name, double weight, BigDecimal figure, BigDecimal points, BigDecimal lost, LocalDate keptFrom)
            implements Counted {}

    /** The figure was missing: the signal neither helps nor harms, its weight is spread over the others. */
    record Missing(String name, double weight) implements SignalReading {}
}
