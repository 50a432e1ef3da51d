package dev.bellwether.health.api;

import java.util.Arrays;
import java.util.Optional;

/** What the portfolio can be sorted by; accounts without the figure come last in either direction. */
enum SortKey {
    SCORE("score", "cast(a.score as double)"),
    WAU("wau", "cast(a.wau as double)"),
    TREND("trend", "a.trend"),
    ARR("arr", "cast(a.arr as double)"),
    DAYS_INACTIVE("daysInactive", "cast(a.daysInactive as double)"),
    RENEWAL("renewal", "cast(extract(epoch from a.renewalOn) as double)"),
    NAME("name", "lower(a.name)");

    /** Beyond every figure; JSON and JPQL have no infinity. */
    private static final String BEYOND = "1e300d";

    private final String parameter;
    private final String column;

    SortKey(String parameter, String column) {
        this.parameter = parameter;
        this.column = column;
    }

    static Optional<SortKey> named(String parameter) {
        return Arrays.stream(values())
                .filter(key -> key.parameter.equals(parameter))
                .findFirst();
    }

    static String names() {
        return String.join(
                ", ", Arrays.stream(values()).map(key -> key.parameter).toList());
    }

    boolean isText() {
        return this == NAME;
    }

    /** The expression that is sorted by. */
    String expression(boolean descending) {
        return isText() ? column : "coalesce(" + column + ", " + (descending ? "-" : "") + BEYOND + ")";
    }
}
