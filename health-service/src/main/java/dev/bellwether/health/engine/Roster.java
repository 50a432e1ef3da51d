package dev.bellwether.health.engine;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.LiveAccount;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Hands out accounts: from memory, else from the database, else new. */
final class Roster {

    private static final int LOADED_AT_ONCE = 100;

    private final AccountCache cache;
    private final Accounts database;
    private final Duration limit;
    private final HealthMetrics metrics;

    /**
     * Remembers none yet.
     *
     * @param budget bytes that accounts may take
     * @param limit how long the database may take for a batch of accounts
     */
    Roster(Accounts database, long budget, Duration limit, HealthMetrics metrics) {
        this.cache = new AccountCache(budget);
        this.database = database;
        this.limit = limit;
        this.metrics = metrics;
    }

    /** The account of each arrival, in the same order; none for those that are for none. New ones are noted in the batch. */
    LiveAccount[] of(List<Arrival> arrivals, OpenBatch batch) {
        LiveAccount[] accounts = new LiveAccount[arrivals.size()];
        Map<String, Integer> absent = new HashMap<>();
        for (int i = 0; i < accounts.length; i++) {
            if (arrivals.get(i) instanceof Arrival.ForAccount arrival) {
                LiveAccount account = cache.get(arrival.accountId(), batch.number());
                if (account == null) {
                    absent.put(arrival.accountId(), arrival.partition());
                } else {
                    accounts[i] = account;
                }
            }
        }
        if (!absent.isEmpty()) {
            fetch(absent, batch);
            for (int i = 0; i < accounts.length; i++) {
                if (accounts[i] == null && arrivals.get(i) instanceof Arrival.ForAccount arrival) {
                    accounts[i] =
                            Objects.requireNonNull(cache.get(arrival.accountId(), batch.number()), "was just fetched");
                }
            }
        }
        return accounts;
    }

    /**
     * Shows those of the accounts that are stored, in order, until memory is full: how large an account is shows when it has
     * been read. Answers for how many ids that was done, some at least.
     */
    int stored(List<String> ids, OpenBatch batch, Consumer<LiveAccount> each) {
        int done = 0;
        while (done < ids.size() && (done == 0 || !cache.isOverBudget())) {
            List<String> next = ids.subList(done, Math.min(done + LOADED_AT_ONCE, ids.size()));
            Set<String> absent = new HashSet<>(next);
            absent.removeIf(id -> cache.get(id, batch.number()) != null);
            if (!absent.isEmpty()) {
                load(absent).values().forEach(cache::put);
            }
            for (String id : next) {
                LiveAccount account = cache.get(id, batch.number());
                if (account != null) {
                    each.accept(account);
                }
            }
            done += next.size();
        }
        return done;
    }

    /**
     * Brings back who used what, for those of the accounts in which a fact just folded in made a user internal who never
     * was before: without that, figures cannot leave the user out. To be called once a batch, when its facts are folded in
     * and before anything is assessed. <b>Every earlier commit must be finished</b> when this is called, because what it
     * wrote is read here, and the batch not yet drained, because what it has is added.
     */
    void complete(Collection<LiveAccount> accounts) {
        List<LiveAccount> lacking = accounts.stream()
                .filter(account -> account.memory().lacksUses())
                .toList();
        if (!lacking.isEmpty()) {
            database.complete(lacking).await().atMost(limit);
        }
    }

    /** The account has grown or shrunk. */
    void weigh(LiveAccount account) {
        cache.weigh(account);
    }

    /** The batch of this number, and all before it, are committed: what they touched last may leave. */
    void committed(long batch) {
        cache.shrink(batch);
        metrics.memory(cache.size(), cache.bytes());
    }

    /** Whether the accounts in memory take more of it than they should. */
    boolean isOverBudget() {
        return cache.isOverBudget();
    }

    /** The accounts of these partitions are another instance's. */
    void forget(Set<Integer> partitions) {
        cache.forget(partitions);
    }

    private void fetch(Map<String, Integer> absent, OpenBatch batch) {
        Map<String, LiveAccount> found = load(absent.keySet());
        absent.forEach((id, partition) -> {
            LiveAccount account = found.get(id);
            if (account == null) {
                account = database.unknown(id, partition);
                batch.pastArrives(account);
            }
            cache.put(account);
        });
    }

    private Map<String, LiveAccount> load(Set<String> ids) {
        return database.load(ids).await().atMost(limit);
    }
}
