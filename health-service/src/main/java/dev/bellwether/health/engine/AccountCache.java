package dev.bellwether.health.engine;

import dev.bellwether.health.store.LiveAccount;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts in memory, least used first. Only what is committed may be forgotten, so the engine says when. */
final class AccountCache {

    private final Map<String, LiveAccount> accounts = new LinkedHashMap<>(1024, 0.75f, true);
    private final int limit;

    AccountCache(int limit) {
        this.limit = limit;
    }

    @Nullable
    LiveAccount get(String id) {
        return accounts.get(id);
    }

    void put(LiveAccount account) {
        accounts.put(account.id(), account);
    }

    int size() {
        return accounts.size();
    }

    void forget(Set<Integer> partitions) {
        accounts.values().removeIf(account -> partitions.contains(account.partition()));
    }

    void shrink() {
        Iterator<LiveAccount> leastUsedFirst = accounts.values().iterator();
        while (accounts.size() > limit && leastUsedFirst.hasNext()) {
            leastUsedFirst.next();
            leastUsedFirst.remove();
        }
    }
}
