package dev.bellwether.health.engine;

import dev.bellwether.contracts.Topic;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.DayTurn;
import dev.bellwether.health.store.DayTurns;
import dev.bellwether.health.store.Fence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What it takes to own a partition: the claim that fences the former owner, and what that owner had in mind. */
@ApplicationScoped
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
     * Claims the offsets.
     *
     * @param beginnings where each log starts, for topics of which nothing was consumed yet
     */
    Map<TopicPartition, Fence.Claim> claim(Map<TopicPartition, Long> beginnings) {
        return fence.claim(beginnings).await().atMost(limit());
    }

    /** Remembers what the former owner of the partition number knew. */
    OwnedPartition take(int number, Set<TopicPartition> topics, Map<TopicPartition, Fence.Claim> claims) {
        Map<TopicPartition, Fence.Claim> own = new HashMap<>(claims);
        own.keySet().retainAll(topics);
        TopicPartition usage = new TopicPartition(Topic.USAGE_EVENTS.topicName(), number);
        Fence.Claim claim = Objects.requireNonNull(claims.get(usage), "no claim on " + usage);
        DayTurn turn = turns.of(number).await().atMost(limit());
        RecentIds recent = warmup.read(usage, claim.nextOffset());
        OwnedPartition partition = new OwnedPartition(number, own, recent, turn);
        List<String> unsettled = accounts.unsettled(number).await().atMost(limit());
        unsettled.forEach(id -> partition.settleLater(id, Instant.EPOCH, settings.settleAfter(), Instant.EPOCH));
        return partition;
    }

    private Duration limit() {
        return settings.transactionLimit();
    }
}
