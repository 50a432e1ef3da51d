package dev.bellwether.health.engine;

import dev.bellwether.health.store.DayTurn;
import dev.bellwether.health.store.Fence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What this instance holds of one partition number, in which the five inbound topics meet: the claims on their
 * offsets, the ids of recent usage, which accounts wait to settle, and how far today's turn has come.
 */
final class OwnedPartition {

    private final int number;
    private final Map<TopicPartition, Fence.Claim> claims;
    private final RecentIds recentIds;
    private final Map<String, Instant> settlesAt = new HashMap<>();
    private DayTurn turn;

    OwnedPartition(int number, Map<TopicPartition, Fence.Claim> claims, RecentIds recentIds, DayTurn turn) {
        this.number = number;
        this.claims = new HashMap<>(claims);
        this.recentIds = recentIds;
        this.turn = turn;
    }

    int number() {
        return number;
    }

    RecentIds recentIds() {
        return recentIds;
    }

    DayTurn turn() {
        return turn;
    }

    void turned(DayTurn to) {
        turn = to;
    }

    /**
     * The moves that prove ownership in a transaction: those of the topics that were consumed, or one that stays in
     * place when none was.
     */
    List<Fence.Move> moves(Map<TopicPartition, Long> consumedUpTo) {
        List<Fence.Move> moves = new ArrayList<>();
        claims.forEach((partition, claim) -> {
            Long upTo = consumedUpTo.get(partition);
            if (upTo != null) {
                moves.add(new Fence.Move(partition, claim, upTo));
            }
        });
        if (moves.isEmpty()) {
            Map.Entry<TopicPartition, Fence.Claim> any =
                    claims.entrySet().iterator().next();
            moves.add(
                    new Fence.Move(any.getKey(), any.getValue(), any.getValue().nextOffset()));
        }
        return moves;
    }

    void moved(Collection<Fence.Move> moves) {
        for (Fence.Move move : moves) {
            claims.computeIfPresent(move.partition(), (p, claim) -> new Fence.Claim(move.upTo(), claim.epoch()));
        }
    }

    /** Lets an account wait a while longer, but never past the given end. */
    void settleLater(String accountId, Instant now, Duration quiet, Instant latest) {
        Instant at = now.plus(quiet);
        settlesAt.put(accountId, at.isBefore(latest) ? at : latest);
    }

    void settled(String accountId) {
        settlesAt.remove(accountId);
    }

    List<String> due(Instant now, int limit) {
        return settlesAt.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(limit)
                .toList();
    }
}
