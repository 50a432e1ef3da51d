package dev.bellwether.health.simulation;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures by name; one that is missing is not on the sheet. Yes is 1 and no is 0. */
final class FigureSheet {

    private final SortedMap<String, BigDecimal> figures = new TreeMap<>();

    void put(String name, @Nullable BigDecimal value) {
        if (value != null) {
            figures.put(name, value);
        }
    }

    @Nullable
    BigDecimal get(String name) {
        return figures.get(name);
    }

    SortedMap<String, BigDecimal> all() {
        return new TreeMap<>(figures);
    }

    boolean atLeast(String name, String limit) {
        BigDecimal value = figures.get(name);
        return value != null && value.compareTo(new BigDecimal(limit)) >= 0;
    }

    boolean atMost(String name, String limit) {
        BigDecimal value = figures.get(name);
        return value != null && value.compareTo(new BigDecimal(limit)) <= 0;
    }

    boolean below(String name, String limit) {
        BigDecimal value = figures.get(name);
        return value != null && value.compareTo(new BigDecimal(limit)) < 0;
    }
}
