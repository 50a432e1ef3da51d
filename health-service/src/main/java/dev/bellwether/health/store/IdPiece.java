package dev.bellwether.health.store;

import it.unimi.dsi.fastutil.longs.LongList;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/**
 * Which usage was counted of a piece of a partition's log.
 *
 * @param upTo the offset before which the piece ends; it begins where the one before it ends
 * @param until when the last of it arrived
 * @param keys what stands for the events, in the order of counting; not to be changed
 */
public record IdPiece(TopicPartition partition, long upTo, Instant until, LongList keys) {

    /**
     * A piece, and how long those before it are kept.
     *
     * @param dropBefore what arrived before is forgotten
     * @param keep so many keys are kept in any case; pieces older than these are forgotten
     */
    public record Kept(IdPiece piece, Instant dropBefore, int keep) {}
}
