package dev.bellwether.health.letters;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the letters of all partitions from the newest to the oldest, by chunks from the ends, so that the newest
 * cost the same however many there are. Of a letter only what is picked from it stays in memory.
 *
 * @param <T> what is picked
 */
final class Backwards<T> {

    /** Where letters are read: every letter of the stretches that is still there, in order by partition. */
    interface Source {
        void read(Map<Integer, Stretch> stretches, Consumer<Letter> each);
    }

    /** One letter passed; nothing when it is none that is looked for. */
    record Passed<T>(LetterId id, Instant at, @Nullable T picked) {}

    private final Source source;
    private final Function<Letter, @Nullable T> pick;
    private final int chunk;
    private final Map<Integer, Stretch> unread = new HashMap<>();
    private final Map<Integer, Deque<Passed<T>>> newestFirst = new HashMap<>();

    /**
     * @param rest the stretches to go through
     * @param chunk most letters read ahead of one partition
     */
    Backwards(Map<Integer, Stretch> rest, Source source, Function<Letter, @Nullable T> pick, int chunk) {
        this.source = source;
        this.pick = pick;
        this.chunk = chunk;
        unread.putAll(rest);
        rest.keySet().forEach(partition -> newestFirst.put(partition, new ArrayDeque<>()));
    }

    /** The next older letter; null at the end. */
    @Nullable
    Passed<T> next() {
        readAhead();
        Deque<Passed<T>> chosen = null;
        for (Deque<Passed<T>> candidate : newestFirst.values()) {
            if (!candidate.isEmpty() && (chosen == null || isNewer(candidate.getFirst(), chosen.getFirst()))) {
                chosen = candidate;
            }
        }
        return chosen == null ? null : chosen.removeFirst();
    }

    /** Where another reader goes on after the last letter that was passed; null when nothing is left. */
    @Nullable
    Position position() {
        Map<Integer, Long> upTo = new HashMap<>();
        newestFirst.forEach((partition, letters) -> {
            Stretch rest = unread.getOrDefault(partition, new Stretch(0, 0));
            if (!letters.isEmpty()) {
                upTo.put(partition, letters.getFirst().id().offset() + 1);
            } else if (!rest.isEmpty()) {
                upTo.put(partition, rest.to());
            }
        });
        return upTo.isEmpty() ? null : new Position(upTo);
    }

    /** Until every partition that has letters left shows its newest: only then can the newest of all be told. */
    private void readAhead() {
        Map<Integer, Stretch> wanted = wanted();
        while (!wanted.isEmpty()) {
            source.read(wanted, letter -> {
                Deque<Passed<T>> letters = newestFirst.get(letter.id().partition());
                if (letters != null) {
                    letters.addFirst(new Passed<>(letter.id(), letter.at(), pick.apply(letter)));
                }
            });
            wanted.forEach(
                    (partition, read) -> unread.computeIfPresent(partition, (p, all) -> all.before(read.from())));
            wanted = wanted();
        }
    }

    private Map<Integer, Stretch> wanted() {
        Map<Integer, Stretch> wanted = new HashMap<>();
        unread.forEach((partition, rest) -> {
            Deque<Passed<T>> letters = newestFirst.get(partition);
            if (letters != null && letters.isEmpty() && !rest.isEmpty()) {
                wanted.put(partition, rest.last(chunk));
            }
        });
        return wanted;
    }

    private static boolean isNewer(Passed<?> one, Passed<?> other) {
        int byTime = one.at().compareTo(other.at());
        return byTime > 0 || (byTime == 0 && one.id().partition() < other.id().partition());
    }
}
