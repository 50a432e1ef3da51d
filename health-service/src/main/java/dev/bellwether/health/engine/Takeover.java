package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.DayTurn;
import dev.bellwether.health.store.DayTurns;
import dev.bellwether.health.store.Fence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/** What it takes to own partitions: the claim that fences the former owner, and what that owner had in mind. */
@Singleton
class Takeover {

    private final Fence fence;
    private final Accounts accounts;
    private final DayTurns turns;
    private final Warmup warmup;
    private final HealthSettings settings;

    Takeover(Fence fence, Accounts accounts, DayTurns turns, Warmup warmup, HealthSettings settings) {
        this.fence = fence;
        this.accounts = accounts;
        this.turns = turns;
        this.warmup = warmup;
        this.settings = settings;
    }

    /**
     * Claims the partitions of the inbound topics and remembers what their former owners knew.
     *
     * @param beginnings where each log starts, for topics of which nothing was consumed yet
     * @param placement where records belong; others are no usage
     */
    Collection<OwnedPartition> take(Map<TopicPartition, Long> beginnings, Instant now, Placement placement) {
        Map<TopicPartition, Fence.Claim> claims =
                fence.claim(beginnings).await().atMost(limit());
        Map<Integer, Map<TopicPartition, Fence.Claim>> byNumber = new HashMap<>();
        Map<TopicPartition, Long> usage = new HashMap<>();
        claims.forEach((partition, claim) -> {
            byNumber.computeIfAbsent(partition.partition(), number -> new HashMap<>())
                    .put(partition, claim);
            if (Partitions.isUsage(partition)) {
                usage.put(partition, claim.nextOffset());
            }
        });
        Map<Integer, CountedIds> counted = warmup.read(usage, placement);
        List<OwnedPartition> taken = new ArrayList<>();
        byNumber.forEach((number, own) -> taken.add(
                take(number, own, Objects.requireNonNull(counted.get(number), "usage is among the topics"), now)));
        return taken;
    }

    private OwnedPartition take(int number, Map<TopicPartition, Fence.Claim> claims, CountedIds counted, Instant now) {
        DayTurn turn = turns.of(number).await().atMost(limit());
        Settling settling = new Settling(settings.settleAfter(), settings.settleAtMost());
        for (String id : accounts.unsettled(number).await().atMost(limit())) {
            settling.later(id, now, now);
        }
        return new OwnedPartition(number, claims, counted, settling, turn);
    }

    private Duration limit() {
        return settings.transactionLimit();
    }
}
