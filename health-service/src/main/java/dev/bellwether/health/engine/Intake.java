package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.LiveAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** The path of a batch of records, from bytes to a committed score. */
@ApplicationScoped
class Intake {

    private final Reader reader;
    private final Fold fold;
    private final Assessor assessor;
    private final Committer committer;
    private final HealthMetrics metrics;

    Intake(Reader reader, Fold fold, Assessor assessor, Committer committer, HealthMetrics metrics) {
        this.reader = reader;
        this.fold = fold;
        this.assessor = assessor;
        this.committer = committer;
        this.metrics = metrics;
    }

    /** Reads down: decode, fetch, fold, assess once per account, commit. */
    void take(ConsumerRecords<String, byte[]> records, Partitions partitions, Roster roster, Instant now) {
        Changes changes = new Changes();
        Batch batch = metrics.timed("decode", () -> reader.read(records, now));
        Map<String, LiveAccount> accounts = metrics.timed("fetch", () -> roster.of(batch.partitionsByAccount()));
        Fold.Result folded = metrics.timed("fold", () -> fold.into(accounts, batch, partitions, changes));
        metrics.timed("fetch", () -> roster.complete(accounts.values()));
        metrics.timed("assess", () -> {
            for (LiveAccount account : accounts.values()) {
                if (folded.backDated().contains(account.id()) || roster.isNew(account)) {
                    Instant since = account.unsettle(now);
                    partitions.owned(account.partition()).settling().later(account.id(), since, now);
                }
                assessor.assess(account, now, account.unsettledSince() == null, changes);
            }
        });
        metrics.timed("commit", () -> commit(batch, partitions, changes));
        roster.committed();
        folded.outcomes().forEach((outcome, count) -> metrics.received(outcome.type(), outcome.outcome(), count));
        metrics.committed(records.count(), batch.oldestArrival(), now);
    }

    private void commit(Batch batch, Partitions partitions, Changes changes) {
        List<OwnedPartition> touched =
                batch.partitionNumbers().stream().map(partitions::owned).toList();
        committer.commit(touched, batch.consumedUpTo(), changes);
    }
}
