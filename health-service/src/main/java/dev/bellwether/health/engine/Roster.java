package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.LiveAccount;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Hands out accounts: from memory, else from the database, else new. */
final class Roster {

    private final AccountCache cache;
    private final Accounts stored;
    private final Settings settings;
    private final Duration limit;
    private final HealthMetrics metrics;
    private final Set<String> created = new HashSet<>();

    Roster(AccountCache cache, Accounts stored, Settings settings, HealthSettings health, HealthMetrics metrics) {
        this.cache = cache;
        this.stored = stored;
        this.settings = settings;
        this.limit = health.transactionLimit();
        this.metrics = metrics;
    }

    /**
     * The accounts, all of them.
     *
     * @param partitions the partition number of each account by its id
     */
    Map<String, LiveAccount> of(Map<String, Integer> partitions) {
        Map<String, LiveAccount> accounts = new HashMap<>();
        Set<String> absent = new HashSet<>();
        for (String id : partitions.keySet()) {
            LiveAccount account = cache.get(id);
            if (account == null) {
                absent.add(id);
            } else {
                accounts.put(id, account);
            }
        }
        if (!absent.isEmpty()) {
            fetch(absent, partitions, accounts);
        }
        return accounts;
    }

    /** Whether the account came into being since the last commit. */
    boolean isNew(LiveAccount account) {
        return created.contains(account.id());
    }

    /** What was handed out is committed: memory may shrink. */
    void committed() {
        created.clear();
        cache.shrink();
        metrics.accountsInMemory(cache.size());
    }

    private void fetch(Set<String> absent, Map<String, Integer> partitions, Map<String, LiveAccount> accounts) {
        Map<String, LiveAccount> found = stored.load(absent).await().atMost(limit);
        for (String id : absent) {
            LiveAccount account = found.get(id);
            if (account == null) {
                account = new LiveAccount(id, partitions.getOrDefault(id, 0), new AccountMemory(settings));
                created.add(id);
            }
            cache.put(account);
            accounts.put(id, account);
        }
    }
}
