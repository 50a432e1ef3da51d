package dev.bellwether.health.engine;

import dev.bellwether.health.HealthSettings;

/**
 * What the memory is for, in bytes. The ids of recent usage have their part from the start; they cannot take more of it, and
 * the accounts always have the rest.
 */
record MemoryShares(long ids, long accounts) {

    private static final int LEAST_OF_ACCOUNTS = 10;

    MemoryShares {
        if (accounts < (ids + accounts) / LEAST_OF_ACCOUNTS) {
            throw new IllegalArgumentException("bellwether.health.repeats-remembered takes " + ids + " bytes of the "
                    + (ids + accounts)
                    + " of bellwether.health.memory, which leaves accounts too few: give it more memory"
                    + " or remember fewer");
        }
    }

    static MemoryShares of(HealthSettings settings) {
        long ids = RecentIds.bytes(settings.repeatsRemembered());
        return new MemoryShares(ids, settings.memory().asLongValue() - ids);
    }
}
