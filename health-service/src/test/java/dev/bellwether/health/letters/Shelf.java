package dev.bellwether.health.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A topic of dead letters in memory, which remembers how much of it was read. */
final class Shelf implements Backwards.Source {

    private final Map<Integer, TreeMap<Long, Letter>> partitions = new HashMap<>();
    private final List<Map<Integer, Stretch>> readings = new ArrayList<>();

    void put(int partition, long offset, Instant at) {
        partitions
                .computeIfAbsent(partition, p -> new TreeMap<>())
                .put(offset, ALetter.of("x").at(at, partition, offset));
    }

    Map<Integer, Stretch> extent() {
        Map<Integer, Stretch> extent = new HashMap<>();
        partitions.forEach(
                (partition, letters) -> extent.put(partition, new Stretch(letters.firstKey(), letters.lastKey() + 1)));
        return extent;
    }

    /** The ids of all, newest first. */
    List<String> newestFirst() {
        return partitions.values().stream()
                .flatMap(letters -> letters.values().stream())
                .sorted(Comparator.comparing(Letter::at)
                        .reversed()
                        .thenComparing(letter -> letter.id().partition()))
                .map(letter -> letter.id().text())
                .toList();
    }

    List<Map<Integer, Stretch>> readings() {
        return readings;
    }

    @Override
    public void read(Map<Integer, Stretch> stretches, Consumer<Letter> each) {
        readings.add(Map.copyOf(stretches));
        stretches.forEach((partition, stretch) -> partitions
                .getOrDefault(partition, new TreeMap<>())
                .subMap(stretch.from(), stretch.to())
                .values()
                .forEach(each));
    }
}
