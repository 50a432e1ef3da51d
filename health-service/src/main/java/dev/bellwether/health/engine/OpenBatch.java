package dev.bellwether.health.engine;

import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.LiveAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What has been taken from the log since the last commit began: how far each topic was read, which accounts changed and
 * what is to be written.
 */
final class OpenBatch {

    private final long number;
    private final Changes changes = new Changes();
    private final List<LiveAccount> accounts = new ArrayList<>();
    private final List<LiveAccount> pastArrives = new ArrayList<>();
    private final Set<LiveAccount> settled = new HashSet<>();
    private final Map<TopicPartition, Long> consumedUpTo = new HashMap<>();
    private final Set<OwnedPartition> lookedAfter = new HashSet<>();
    private final List<Runnable> onceCommitted = new ArrayList<>();
    private final Outcomes outcomes = new Outcomes();
    private final Delays delays = new Delays();
    private Instant openedAt = Instant.MAX;
    private int records;

    /**
     * Nothing yet.
     *
     * @param number one more than that of the batch before
     */
    OpenBatch(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** When the first record was taken; the distant future while none was. */
    Instant openedAt() {
        return openedAt;
    }

    int records() {
        return records;
    }

    Changes changes() {
        return changes;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    Delays delays() {
        return delays;
    }

    /** Accounts that must be assessed, each once, in the order in which they were met. */
    List<LiveAccount> accounts() {
        return accounts;
    }

    Map<TopicPartition, Long> consumedUpTo() {
        return consumedUpTo;
    }

    void read(int count, List<PolledPart> parts, Instant now) {
        openedAt = records == 0 ? now : openedAt;
        records += count;
        for (PolledPart part : parts) {
            consumedUpTo.put(part.partition(), part.upTo());
            delays.arrived(part.oldestArrival());
        }
    }

    /** Lets the account be assessed with this batch, and stay in memory until it is committed. */
    void touch(LiveAccount account) {
        if (account.touch(number)) {
            accounts.add(account);
        }
    }

    /** Something of the account's past arrived, or the account itself; true when it had not before with this batch. */
    boolean pastArrives(LiveAccount account) {
        boolean isFirst = account.pastArrives(number);
        if (isFirst) {
            pastArrives.add(account);
        }
        return isFirst;
    }

    /** Each once. */
    List<LiveAccount> whosePastArrives() {
        return pastArrives;
    }

    /** The account's wait is over: its flags and announcements catch up. */
    void settle(LiveAccount account) {
        touch(account);
        settled.add(account);
    }

    boolean settles(LiveAccount account) {
        return account.remembered().unsettledSince() == null || settled.contains(account);
    }

    /** Time passed in a partition of which nothing need have been read. */
    void lookedAfter(OwnedPartition partition) {
        lookedAfter.add(partition);
    }

    Set<OwnedPartition> lookedAfter() {
        return lookedAfter;
    }

    void onceCommitted(Runnable then) {
        onceCommitted.add(then);
    }

    void committed() {
        onceCommitted.forEach(Runnable::run);
    }
}
