package dev.bellwether.console.portfolio;

import java.util.List;
import java.util.stream.Stream;

/**
 * The head of a column.
 *
 * @param href where a click leads: the same accounts, sorted by this column; empty when it cannot be sorted by
 * @param order the order in the words of {@code aria-sort}
 * @param arrow the order as a sign; empty when not sorted by this column
 */
record Head(String key, String label, String href, String order, String arrow) {

    static List<Head> of(Filter filter) {
        return Stream.of(
                        sortable(filter, SortKey.SCORE, "Health"),
                        sortable(filter, SortKey.NAME, "Account"),
                        new Head("reason", "Why", "", "none", ""),
                        sortable(filter, SortKey.TREND, "Trend"),
                        sortable(filter, SortKey.WAU, "Weekly users"),
                        sortable(filter, SortKey.DAYS_INACTIVE, "Last used"),
                        sortable(filter, SortKey.ARR, "ARR"),
                        sortable(filter, SortKey.RENEWAL, "Renewal"))
                .toList();
    }

    private static Head sortable(Filter filter, SortKey key, String label) {
        Sort sort = filter.sort();
        String href = filter.withSort(sort.after(key)).href();
        if (sort.key() != key) {
            return new Head(key.key(), label, href, "none", "");
        }
        return sort.descending()
                ? new Head(key.key(), label, href, "descending", "↓")
                : new Head(key.key(), label, href, "ascending", "↑");
    }
}
