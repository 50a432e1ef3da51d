package dev.bellwether.console.portfolio;

import java.util.stream.Stream;

/** What the portfolio can be sorted by; in every order what is unknown comes last. */
enum SortKey {
    SCORE("score", "Score", "worst first", "best first", false),
    ARR("arr", "ARR", "smallest first", "largest first", true),
    RENEWAL("renewal", "Renewal", "soonest first", "latest first", false),
    TREND("trend", "Usage trend", "biggest drop first", "biggest rise first", false),
    DAYS_INACTIVE("daysInactive", "Days inactive", "fewest first", "most first", true),
    WAU("wau", "Weekly users", "fewest first", "most first", true),
    NAME("name", "Name", "A to Z", "Z to A", false);

    private final String key;
    private final String label;
    private final String ascending;
    private final String descending;
    private final boolean startsDescending;

    SortKey(String key, String label, String ascending, String descending, boolean startsDescending) {
        this.key = key;
        this.label = label;
        this.ascending = ascending;
        this.descending = descending;
        this.startsDescending = startsDescending;
    }

    /** The name in health-service's interface. */
    String key() {
        return key;
    }

    String inWords(boolean down) {
        return label + ", " + (down ? descending : ascending);
    }

    /** The order that people most often want of it. */
    Sort natural() {
        return new Sort(this, startsDescending);
    }

    static Stream<SortKey> named(String key) {
        return Stream.of(values()).filter(candidate -> candidate.key.equals(key));
    }
}
