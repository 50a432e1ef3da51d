package dev.bellwether.health.engine;

import dev.bellwether.health.store.DayTurn;
import dev.bellwether.health.store.Fence;
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
    private final CountedIds counted;
    private final Settling settling;
    private DayTurn turn;

    OwnedPartition(
            int number, Map<TopicPartition, Fence.Claim> claims, CountedIds counted, Settling settling, DayTurn turn) {
        this.number = number;
        this.claims = new HashMap<>(claims);
        this.counted = counted;
        this.settling = settling;
        this.turn = turn;
    }

    int number() {
        return number;
    }

    /** Where each topic is to be read on. */
    Map<TopicPartition, Long> offsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        claims.forEach((partition, claim) -> offsets.put(partition, claim.nextOffset()));
        return offsets;
    }

    /** Which usage was counted lately. */
    CountedIds counted() {
        return counted;
    }

    Settling settling() {
        return settling;
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
}
