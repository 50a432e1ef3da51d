package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;

/**
 * What the memory is for, in bytes. The ids of recent usage have their part from the start; they cannot take more of it, and
 * the accounts have the rest.
 */
record MemoryShares(long ids, long accounts) {

    MemoryShares {
        if (accounts < ids) {
            throw new IllegalArgumentException("bellwether.health.repeats-remembered takes " + ids
                    + " bytes, more than half of bellwether.health.memory: accounts would have " + accounts
                    + " bytes; give it more memory or remember fewer");
        }
    }

    static MemoryShares of(HealthSettings settings) {
        long ids = RecentIds.bytes(settings.repeatsRemembered());
        return new MemoryShares(ids, settings.memory().asLongValue() - ids);
    }
}
