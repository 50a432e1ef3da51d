package dev.bellwether.health.engine;

import dev.bellwether.health.store.LiveAccount;
import it.unimi.dsi.fastutil.objects.Object2ObjectLinkedOpenHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts in memory, least used first, within a budget of bytes. Only what is committed may be forgotten, so for a
 * while there can be more.
 */
final class AccountCache {

    private final Object2ObjectLinkedOpenHashMap<String, LiveAccount> accounts =
            new Object2ObjectLinkedOpenHashMap<>(1024);
    private final long budget;
    private long bytes;

    AccountCache(long budget) {
        this.budget = budget;
    }

    /** The account, if it is in memory; used by that batch. */
    @Nullable
    LiveAccount get(String id, long batch) {
        LiveAccount account = accounts.get(id);
        return account == null || account.touchedBy() == batch ? account : accounts.getAndMoveToLast(id);
    }

    void put(LiveAccount account) {
        LiveAccount before = accounts.putAndMoveToLast(account.id(), account);
        bytes += account.bytes() - (before == null ? 0 : before.bytes());
    }

    int size() {
        return accounts.size();
    }

    long bytes() {
        return bytes;
    }

    boolean isOverBudget() {
        return bytes > budget;
    }

    /** To be called when an account may have grown. */
    void weigh(LiveAccount account) {
        bytes -= account.bytes();
        bytes += account.weigh();
    }

    void forget(Set<Integer> partitions) {
        accounts.values().removeIf(account -> {
            boolean leaves = partitions.contains(account.partition());
            bytes -= leaves ? account.bytes() : 0;
            return leaves;
        });
    }

    /** Lets the least used go that no later batch than this one has touched, until the rest is within the budget. */
    void shrink(long committedBatch) {
        while (bytes > budget && !accounts.isEmpty()) {
            LiveAccount leastUsed = Objects.requireNonNull(accounts.get(accounts.firstKey()));
            if (leastUsed.touchedBy() > committedBatch) {
                return; // whatever was used since is touched as well
            }
            bytes -= leastUsed.bytes();
            accounts.removeFirst();
        }
    }
}
