package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.messaging.DeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The path of a batch of records, from bytes to a committed score. */
@ApplicationScoped
class Intake {

    private final Decoder decoder;
    private final DeadLetters deadLetters;
    private final Fold fold;
    private final Assessor assessor;
    private final Committer committer;
    private final HealthSettings settings;
    private final HealthMetrics metrics;

    Intake(
            Decoder decoder,
            DeadLetters deadLetters,
            Fold fold,
            Assessor assessor,
            Committer committer,
            HealthSettings settings,
            HealthMetrics metrics) {
        this.decoder = decoder;
        this.deadLetters = deadLetters;
        this.fold = fold;
        this.assessor = assessor;
        this.committer = committer;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Reads down: decode, put aside what was refused, fetch, fold, assess once per account, commit. */
    void take(ConsumerRecords<String, byte[]> records, Partitions partitions, Roster roster, Instant now) {
        Batch batch = Batch.of(records, decoder, now);
        deadLetters.sendAll(batch.refused()).await().atMost(settings.transactionLimit());
        Changes changes = new Changes();
        Map<String, LiveAccount> accounts = roster.of(batch.partitionsByAccount());
        Set<String> backDated = fold.into(accounts, batch, partitions, now, changes);
        for (LiveAccount account : accounts.values()) {
            if (backDated.contains(account.id()) || roster.isNew(account)) {
                wait(account, partitions, now);
            }
            assessor.assess(account, now, account.unsettledSince() == null, changes);
        }
        commit(batch, partitions, changes);
        roster.committed();
        metrics.committed(records.count(), batch.oldestArrival(), now);
    }

    private void wait(LiveAccount account, Partitions partitions, Instant now) {
        account.unsettle(now);
        Instant since = account.unsettledSince() == null ? now : account.unsettledSince();
        partitions
                .owned(account.partition())
                .settleLater(account.id(), now, settings.settleAfter(), since.plus(settings.settleAtMost()));
    }

    private void commit(Batch batch, Partitions partitions, Changes changes) {
        List<OwnedPartition> touched =
                batch.partitionNumbers().stream().map(partitions::owned).toList();
        committer.commit(touched, batch.consumedUpTo(), changes);
    }
}
