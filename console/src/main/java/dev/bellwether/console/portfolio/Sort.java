package dev.bellwether.console.portfolio;

import java.util.List;
import java.util.stream.Stream;

/** An order of the portfolio. */
record Sort(SortKey key, boolean descending) {

    /** Worst first, which is what the page is for. */
    static final Sort WORST_FIRST = new Sort(SortKey.SCORE, false);

    /** The order that the text names, as in {@code -arr}; worst first when it names none. */
    static Sort named(String text) {
        boolean down = text.startsWith("-");
        return SortKey.named(down ? text.substring(1) : text)
                .map(key -> new Sort(key, down))
                .findFirst()
                .orElse(WORST_FIRST);
    }

    /** The name in health-service's interface, and in addresses. */
    String text() {
        return (descending ? "-" : "") + key.key();
    }

    /** For people. */
    String words() {
        return key.inWords(descending);
    }

    /** The order that a click on the column's head gives. */
    Sort after(SortKey clicked) {
        return clicked == key ? new Sort(key, !descending) : clicked.natural();
    }

    /** The orders on offer: what people most often want of each, and this one. */
    List<Sort> choices() {
        Stream<Sort> natural = Stream.of(SortKey.values()).map(SortKey::natural);
        return Stream.concat(natural, Stream.of(this)).distinct().toList();
    }
}
