package dev.bellwether.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may choose about scoring and its engine. */
@ConfigMapping(prefix = "bellwether.health")
public interface HealthSettings {

    /** Most records taken from Kafka in one batch. */
    @WithDefault("10000")
    int batch();

    /** Longest wait for records before the engine looks after the day and the settling accounts. */
    @WithDefault("50ms")
    Duration poll();

    /** Most accounts kept in memory; the least used leave first and come back from the database. */
    @WithDefault("20000")
    int accountsInMemory();

    /** How long the database may take for one transaction before the batch is given up and read again. */
    @WithDefault("60s")
    Duration transactionLimit();

    /** Pause before consumption starts again after a failure. */
    @WithDefault("1s")
    Duration pauseAfterFailure();

    /** A repeat of a usage event is recognised by its id for at least this long after the first, memory permitting. */
    @WithDefault("24h")
    Duration repeatWindow();

    /**
     * Ids of usage events remembered for that in any case, a partition; about 16 bytes each, and a third more at most.
     * With more usage than that within the window only the newest are recognised.
     */
    @WithDefault("1000000")
    int repeatsRemembered();

    /** Facts dated further in the future than this are dead-lettered. */
    @WithDefault("10m")
    Duration futureTolerance();

    /**
     * Usage, billing, support and voice facts older than this are counted and left out, days. Who used what is deleted
     * four weeks after it has become older.
     */
    @WithDefault("400")
    int retentionDays();

    /**
     * A fact older than this is back-dated: while such facts (or the first facts of a new account) arrive, the
     * account's flags and announcements wait until it has settled, so that a half-loaded past alarms nobody.
     */
    @WithDefault("1h")
    Duration freshWithin();

    /** An account has settled when nothing back-dated arrived for this long. */
    @WithDefault("5s")
    Duration settleAfter();

    /** Flags and announcements wait at most this long, whatever arrives. */
    @WithDefault("2m")
    Duration settleAtMost();

    /** Accounts looked at in one transaction when the day turns. */
    @WithDefault("500")
    int sweepBatch();
}
