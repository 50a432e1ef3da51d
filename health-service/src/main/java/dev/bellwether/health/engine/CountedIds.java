package dev.bellwether.health.engine;

import dev.bellwether.health.store.IdPiece;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Which usage events of one partition were counted lately. From time to time the ids of a piece of the log are written
 * down, so that the next owner has to read back no more of the log than what comes after.
 */
final class CountedIds {

    // reading back so many records of each of a dozen partitions takes about a second
    private static final int RECORDS_A_PIECE = 16_384;

    private final Duration window;
    private final int limit;
    private final RecentIds recent;
    private LongArrayList unwritten = new LongArrayList();
    private long writtenUpTo;
    private long newest;

    /**
     * None yet.
     *
     * @param limit ids that are remembered in any case
     */
    CountedIds(Duration window, int limit) {
        this.window = window;
        this.limit = limit;
        this.recent = new RecentIds(window, limit);
    }

    /** Where the log goes on after all that is written down. */
    long writtenUpTo() {
        return writtenUpTo;
    }

    /**
     * Adds a piece that was written down, after those before it.
     *
     * @param consumed the offset up to which the log was consumed; of a piece that lies behind it the log is another by now
     */
    void restore(IdPiece piece, long consumed) {
        newest = piece.until().toEpochMilli();
        piece.keys().forEach(key -> recent.add(key, newest));
        writtenUpTo = piece.upTo() <= consumed ? piece.upTo() : writtenUpTo;
    }

    /**
     * True when the event was not counted lately; from now on it was.
     *
     * @param key as {@link RecentIds#key}
     * @param arrivedAt milliseconds since 1970
     */
    boolean add(long key, long arrivedAt) {
        boolean isNew = recent.add(key, arrivedAt);
        if (isNew) {
            unwritten.add(key);
            newest = arrivedAt;
        }
        return isNew;
    }

    /**
     * What has been counted since the last piece, when the log has gone on far enough up to this offset that it is time to
     * write it down.
     */
    Optional<IdPiece.Kept> drain(TopicPartition partition, long upTo) {
        if (upTo - writtenUpTo < RECORDS_A_PIECE) {
            return Optional.empty();
        }
        Instant until = Instant.ofEpochMilli(newest);
        IdPiece piece = new IdPiece(partition, upTo, until, unwritten);
        unwritten = new LongArrayList();
        writtenUpTo = upTo;
        return Optional.of(new IdPiece.Kept(piece, until.minus(window), limit));
    }

    /** How many are remembered. */
    int size() {
        return recent.size();
    }

    /** What this takes of memory, in bytes. */
    long bytes() {
        return recent.bytes() + (long) unwritten.elements().length * Long.BYTES;
    }
}
