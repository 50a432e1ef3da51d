package dev.bellwether.health.feed;

import dev.bellwether.health.score.feed.Feed;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Up to when everything that arrived is known, feed by feed. A feed of which records still wait may have spoken: it is
 * judged as of the last moment whose records have all been consumed. Belongs to one thread.
 */
final class KnownUpTo {

    private final Map<Feed, Ends> waiting = new EnumMap<>(Feed.class);
    private final Map<Feed, Instant> known = new EnumMap<>(Feed.class);

    /** Where a topic ended at a moment. */
    private record Ends(Instant at, Map<Integer, Long> offsets) {

        boolean areReachedBy(Map<Integer, Long> consumed) {
            return offsets.entrySet().stream()
                    .allMatch(end -> consumed.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    /**
     * The moment up to which the feed's arrivals are known; the distant past while none is.
     *
     * @param ends where the feed's topic ended at the moment {@code now}, by partition
     * @param consumed what was committed after that, by partition
     */
    Instant of(Feed feed, Map<Integer, Long> ends, Map<Integer, Long> consumed, Instant now) {
        Ends latest = new Ends(now, Map.copyOf(ends));
        Ends earlier = waiting.get(feed);
        if (latest.areReachedBy(consumed)) {
            known.put(feed, now);
            waiting.remove(feed);
        } else if (earlier == null) {
            waiting.put(feed, latest);
        } else if (earlier.areReachedBy(consumed)) {
            known.put(feed, earlier.at());
            waiting.put(feed, latest);
        }
        return known.getOrDefault(feed, Instant.EPOCH);
    }
}
