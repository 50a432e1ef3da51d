package dev.bellwether.health.engine;

import dev.bellwether.health.score.memory.Hash64;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one partition's usage events of at least the last window, so that a producer's repeat counts once. Two
 * generations of 64-bit hashes: the older is dropped when the newer is a window old, so an id is known for one to two
 * windows.
 */
final class RecentIds {

    private final Duration window;
    private LongOpenHashSet newer = new LongOpenHashSet();
    private LongOpenHashSet older = new LongOpenHashSet();
    private @Nullable Instant newerSince;

    RecentIds(Duration window) {
        this.window = window;
    }

    /** What stands for an event: ids are unique within an account. */
    static long key(String accountId, String eventId) {
        return Hash64.of(accountId) * 31 + Hash64.of(eventId);
    }

    /** True when the event is new; it is known from now on. */
    boolean add(long key, Instant arrivedAt) {
        if (newerSince == null) {
            newerSince = arrivedAt;
        } else if (arrivedAt.isAfter(newerSince.plus(window))) {
            older = newer;
            newer = new LongOpenHashSet();
            newerSince = arrivedAt;
        }
        return !older.contains(key) && newer.add(key);
    }
}
