package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.DayTurn;
import dev.bellwether.health.store.LiveAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What time alone changes: accounts that have settled, and every account when the day turns. */
@ApplicationScoped
class Upkeep {

    // the figures of the oldest day that may be asked for look back over four weeks
    private static final int LOOK_BACK = 28;

    private final Accounts accounts;
    private final Assessor assessor;
    private final Committer committer;
    private final HealthSettings settings;
    private final HealthMetrics metrics;

    Upkeep(Accounts accounts, Assessor assessor, Committer committer, HealthSettings settings, HealthMetrics metrics) {
        this.accounts = accounts;
        this.assessor = assessor;
        this.committer = committer;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Settles the accounts whose wait is over: their flags and announcements catch up. */
    void settle(OwnedPartition partition, Roster roster, Instant now) {
        List<String> due = partition.settling().due(now, settings.sweepBatch());
        if (!due.isEmpty()) {
            Changes changes = new Changes();
            look(due, partition, roster, account -> assessor.assess(account, now, true, changes));
            commit(partition, roster, changes);
            due.forEach(partition.settling()::done);
        }
    }

    /** Looks at the next accounts of the day's turn; resumable, because how far it came commits with what it found. */
    void turn(OwnedPartition partition, Roster roster, Instant now) {
        DayTurn turn = partition.turn().on(assessor.today(now));
        if (turn.finished()) {
            return;
        }
        int limit = settings.sweepBatch();
        List<String> ids = accounts.inOrder(partition.number(), turn.afterAccount(), limit)
                .await()
                .atMost(settings.transactionLimit());
        Changes changes = new Changes();
        look(
                ids,
                partition,
                roster,
                account -> assessor.assess(account, now, account.unsettledSince() == null, changes));
        String last = ids.isEmpty() ? turn.afterAccount() : ids.getLast();
        DayTurn next = new DayTurn(partition.number(), turn.day(), last, ids.size() < limit);
        changes.add(next);
        changes.tidy(new Changes.Tidying(ids, turn.day(), turn.day().minusDays(settings.retentionDays() + LOOK_BACK)));
        commit(partition, roster, changes);
        partition.turned(next);
        metrics.swept(ids.size());
    }

    private static void look(
            Collection<String> ids, OwnedPartition partition, Roster roster, Consumer<LiveAccount> look) {
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, partition.number()));
        roster.of(numbers).values().forEach(look);
    }

    private void commit(OwnedPartition partition, Roster roster, Changes changes) {
        committer.commit(Set.of(partition), Map.of(), changes);
        roster.committed();
    }
}
