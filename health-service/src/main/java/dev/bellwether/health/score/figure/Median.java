package dev.bellwether.health.score.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The middle of some whole numbers; of an even number of them the mean of the middle two. */
final class Median {

    private Median() {}

    /** Exact; null when fewer than two numbers are given. */
    static @Nullable Double of(List<Integer> numbers) {
        if (numbers.size() < 2) {
            return null;
        }
        List<Integer> sorted = numbers.stream().sorted().toList();
        int below = sorted.get((sorted.size() - 1) / 2);
        int above = sorted.get(sorted.size() / 2);
        return ((long) below + above) / 2.0;
    }
}
