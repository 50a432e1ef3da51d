package dev.bellwether.health.engine;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Duration;
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
        private final long since;
        private long until;

        Generation(long since) {
            this.since = since;
            this.until = since;
        }
    }

    private final long window;
    private final int limit;
    private final Deque<Generation> newestFirst = new ArrayDeque<>();

    /**
     * None yet.
     *
     * @param limit ids that are remembered in any case; a third more at most
     */
    RecentIds(Duration window, int limit) {
        this.window = window.toMillis();
        this.limit = limit;
    }

    /** What stands for an event, of the keys of account and event: ids are unique within an account. */
    static long key(long account, long event) {
        return account * 31 + event;
    }

    /**
     * True when the event is new; it is known from now on.
     *
     * @param arrivedAt milliseconds since 1970; arrivals come in order of time
     */
    boolean add(long key, long arrivedAt) {
        Generation newest = newest(arrivedAt);
        for (Generation generation : newestFirst) {
            if (generation != newest && generation.keys.contains(key)) {
                return false;
            }
        }
        newest.until = arrivedAt;
        return newest.keys.add(key);
    }

    private Generation newest(long arrivedAt) {
        Generation newest = newestFirst.peekFirst();
        if (newest == null
                || newest.keys.size() >= Math.ceilDiv(limit, GENERATIONS - 1)
                || arrivedAt > newest.since + window / (GENERATIONS - 1)) {
            forget(arrivedAt - window);
            newest = new Generation(arrivedAt);
            newestFirst.addFirst(newest);
        }
        return newest;
    }

    private void forget(long before) {
        while (newestFirst.size() >= GENERATIONS || (!newestFirst.isEmpty() && newestFirst.getLast().until < before)) {
            newestFirst.removeLast();
        }
    }
}
