package dev.bellwether.benchmarks.crowd;

import dev.bellwether.benchmarks.health.Usage;
import dev.bellwether.benchmarks.health.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An account all of whose users are active yesterday.
 *
 * @param users how many it has
 */
record Crowd(int account, int users, LocalDate today) implements Usage {

    /** Users of the account to compare with. */
    static final int SMALL = 1_000;

    /** One for each user, yesterday. */
    @Override
    public int events() {
        return users;
    }

    @Override
    public Use use(int number) {
        return use(number, number, 1);
    }

    /** A use by a user, so many days ago. */
    Use use(int number, int user, int daysAgo) {
        Instant noon = today.minusDays(daysAgo).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Use(number, account, user, user % 6, noon.plusMillis(number % 3_600_000));
    }
}
