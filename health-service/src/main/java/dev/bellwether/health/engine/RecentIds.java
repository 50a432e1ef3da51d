package dev.bellwether.health.engine;

import dev.bellwether.health.score.memory.Hash64;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The ids of one partition's newest usage events, so that a producer's repeat counts once: those of at least the last
 * window, as long as they are not more than the limit. Kept as 64-bit hashes in a few generations; the oldest
 * generation goes as a whole, once the window has passed over it or the memory is full.
 */
final class RecentIds {

    private static final int GENERATIONS = 4;

    /** A generation's hashes and when the first and the last of them arrived. */
    private static final class Generation {
        private final LongOpenHashSet keys = new LongOpenHashSet();
        private final Instant since;
        private Instant until;

        Generation(Instant since) {
            this.since = since;
            this.until = since;
        }
    }

    private final Duration window;
    private final int limit;
    private final Deque<Generation> newestFirst = new ArrayDeque<>();

    /**
     * None yet.
     *
     * @param limit ids that are remembered in any case; a third more at most
     */
    RecentIds(Duration window, int limit) {
        this.window = window;
        this.limit = limit;
    }

    /** What stands for an event: ids are unique within an account. */
    static long key(String accountId, String eventId) {
        return Hash64.of(accountId) * 31 + Hash64.of(eventId);
    }

    /** True when the event is new; it is known from now on. Arrivals come in order of time. */
    boolean add(long key, Instant arrivedAt) {
        for (Generation generation : newestFirst) {
            if (generation.keys.contains(key)) {
                return false;
            }
        }
        Generation newest = newest(arrivedAt);
        newest.until = arrivedAt;
        return newest.keys.add(key);
    }

    private Generation newest(Instant arrivedAt) {
        Generation newest = newestFirst.peekFirst();
        if (newest == null
                || newest.keys.size() >= Math.ceilDiv(limit, GENERATIONS - 1)
                || arrivedAt.isAfter(newest.since.plus(window.dividedBy(GENERATIONS - 1)))) {
            forget(arrivedAt.minus(window));
            newest = new Generation(arrivedAt);
            newestFirst.addFirst(newest);
        }
        return newest;
    }

    private void forget(Instant before) {
        while (newestFirst.size() >= GENERATIONS
                || (!newestFirst.isEmpty() && newestFirst.getLast().until.isBefore(before))) {
            newestFirst.removeLast();
        }
    }
}
