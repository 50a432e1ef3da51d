package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.Ledger;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.common.TopicPartition;

/**
 * At every fourth commit, a dozen times, the engine dies before it or between it and its acknowledgement, or finds that another
 * instance has claimed its partitions meanwhile.
 */
@Alternative
@Singleton
public class UnreliableCommitter extends Committer {

    private static final int COMMITS_A_FAILURE = 4;
    private static final int MOST_FAILURES = 12;
    private static final Set<String> FAILURES = new ConcurrentSkipListSet<>();

    private final Pool pool;
    private int commits;
    private int failures;

    UnreliableCommitter(Pool pool, Fence fence, Ledger ledger, HealthSettings settings, HealthMetrics metrics) {
        super(pool, fence, ledger, settings, metrics);
        this.pool = pool;
    }

    /** In which ways it has failed so far. */
    public static Set<String> failures() {
        return Set.copyOf(FAILURES);
    }

    @Override
    void commit(Collection<OwnedPartition> partitions, Map<TopicPartition, Long> consumedUpTo, Changes changes) {
        commits++;
        boolean fails = commits % COMMITS_A_FAILURE == 0 && failures < MOST_FAILURES;
        // each way in turn
        switch (fails ? failures++ % 3 : -1) {
            case 0 -> fail("before the commit");
            case 1 -> {
                super.commit(partitions, consumedUpTo, changes);
                fail("after the commit");
            }
            case 2 -> {
                anotherInstanceClaimsAll();
                try {
                    super.commit(partitions, consumedUpTo, changes);
                } catch (Fence.Lost e) {
                    FAILURES.add("fenced");
                    throw e;
                }
            }
            default -> super.commit(partitions, consumedUpTo, changes);
        }
    }

    private void fail(String when) {
        FAILURES.add(when);
        throw new IllegalStateException("killed by the test " + when);
    }

    private void anotherInstanceClaimsAll() {
        pool.query("update consumed_offset set epoch = epoch + 1")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
