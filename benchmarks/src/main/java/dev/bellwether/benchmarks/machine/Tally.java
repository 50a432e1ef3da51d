package dev.bellwether.benchmarks.machine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts how often each of many things came up. */
final class Tally {

    private final Map<String, Integer> counts = new HashMap<>();
    private int all;

    void add(String thing) {
        counts.merge(thing, 1, Integer::sum);
        all++;
    }

    int count() {
        return all;
    }

    /** The most frequent with their shares, one a line, the most frequent first. */
    List<String> top(int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(entry ->
                        String.format(Locale.ROOT, "%6.1f %%  %s", 100.0 * entry.getValue() / all, entry.getKey()))
                .toList();
    }
}
