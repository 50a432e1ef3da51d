package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.LiveAccount;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands out accounts: from memory, else from the database, else new. */
final class Roster {

    private final AccountCache cache;
    private final Accounts stored;
    private final Duration limit;
    private final HealthMetrics metrics;
    private final Set<String> created = new HashSet<>();

    Roster(Accounts stored, HealthSettings settings, HealthMetrics metrics) {
        this.cache = new AccountCache(settings.accountsInMemory());
        this.stored = stored;
        this.limit = settings.transactionLimit();
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

    /**
     * Brings back who used what, for those of the accounts in which a fact just folded in made a user internal who never
     * was before: without that, figures cannot leave the user out. To be called once a batch, when its facts are folded in
     * and before anything is assessed. <b>Every earlier commit must be finished</b> when this is called, because what it
     * wrote is read here, and the batch's own not begun, because what the batch drained is added.
     */
    void complete(Collection<LiveAccount> accounts) {
        List<LiveAccount> lacking = accounts.stream()
                .filter(account -> account.memory().lacksUses())
                .toList();
        if (!lacking.isEmpty()) {
            stored.complete(lacking).await().atMost(limit);
        }
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

    /** The accounts of these partitions are another instance's. */
    void forget(Set<Integer> partitions) {
        cache.forget(partitions);
    }

    private void fetch(Set<String> absent, Map<String, Integer> partitions, Map<String, LiveAccount> accounts) {
        Map<String, LiveAccount> found = stored.load(absent).await().atMost(limit);
        for (String id : absent) {
            LiveAccount account = found.get(id);
            if (account == null) {
                account = stored.unknown(id, partitions.getOrDefault(id, 0));
                created.add(id);
            }
            cache.put(account);
            accounts.put(id, account);
        }
    }
}
