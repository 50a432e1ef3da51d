package dev.bellwether.health.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The ids of one partition's newest usage events, so that a producer's repeat counts once: those of at least the last
 * window, as long as they are not more than the limit. Kept as hashes in a few generations; the oldest generation goes as
 * a whole, once the window has passed over it or the memory is full. All memory is taken with the first id, and no more
 * ever.
 */
final class RecentIds {

    private static final int GENERATIONS = 4;

    /** A generation's hashes and when the first and the last of them arrived. */
    private static final class Generation {
        private final KeySet keys;
        private final long since;
        private long until;

        Generation(KeySet keys, long since) {
            this.keys = keys;
            this.since = since;
            this.until = since;
        }
    }

    private final long window;
    private final int limit;
    private final Deque<Generation> newestFirst = new ArrayDeque<>(GENERATIONS);
    private final Deque<KeySet> free = new ArrayDeque<>(GENERATIONS);

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

    /** What so many take of memory, in bytes: about ten each. */
    static long bytes(int limit) {
        return GENERATIONS * KeySet.bytes(generation(limit));
    }

    private static int generation(int limit) {
        return Math.ceilDiv(limit, GENERATIONS - 1);
    }

    /** What this takes of memory, in bytes. */
    long bytes() {
        return newestFirst.isEmpty() ? 0 : bytes(limit);
    }

    /** How many are remembered. */
    int size() {
        int size = 0;
        for (Generation generation : newestFirst) {
            size += generation.keys.size();
        }
        return size;
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
        if (newest == null || newest.keys.isFull() || arrivedAt > newest.since + window / (GENERATIONS - 1)) {
            if (newest == null) {
                takeMemory();
            }
            forget(arrivedAt - window);
            newest = new Generation(free.removeFirst(), arrivedAt);
            newestFirst.addFirst(newest);
        }
        return newest;
    }

    private void takeMemory() {
        for (int i = 0; i < GENERATIONS; i++) {
            free.addFirst(new KeySet(generation(limit)));
        }
    }

    private void forget(long before) {
        while (newestFirst.size() >= GENERATIONS || (!newestFirst.isEmpty() && newestFirst.getLast().until < before)) {
            KeySet keys = newestFirst.removeLast().keys;
            keys.clear();
            free.addFirst(keys);
        }
    }
}
