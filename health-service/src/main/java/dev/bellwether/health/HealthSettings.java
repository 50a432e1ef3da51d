package dev.bellwether.health;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may choose about scoring and its engine. */
@ConfigMapping(prefix = "bellwether.health")
public interface HealthSettings {

    /** Records with which a transaction is full, give or take a poll; while the next one is, nothing more is read. */
    @WithDefault("200000")
    int batch();

    /** Most accounts in one transaction. Those of two transactions are in memory whatever the budget says. */
    @WithDefault("10000")
    int batchAccounts();

    /** How long a transaction is filled while more than a batch waits on the log; otherwise it begins at once. */
    @WithDefault("1s")
    Duration linger();

    /** Longest wait for records before the engine looks after the day and the settling accounts. */
    @WithDefault("50ms")
    Duration poll();

    /**
     * Memory for accounts and for the ids of recent usage, bytes (K, M and G are understood). The ids have theirs from the
     * start, accounts the rest: the least used leave and come back from the database.
     */
    @WithDefault("272M")
    MemorySize memory();

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
     * Ids of usage events remembered for that in any case, by one instance, which divides them evenly among its partitions;
     * a third more at most. About 10 bytes of the memory each, taken with a partition's first event, and at most nine tenths of it.
     * With more usage than that within the window only the newest are recognised.
     */
    @WithDefault("8000000")
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

    /** Most accounts that one transaction looks at because time has passed: settled ones first, then the turn of the day. */
    @WithDefault("1000")
    int sweepBatch();

    /** What questions about the past may cost. */
    Past past();

    /** Questions about the past, of which each has its account in memory as a whole, whatever the budget says. */
    interface Past {

        /** Most of them that one instance works on at once; further ones wait. */
        @WithDefault("1")
        int readersAtMost();

        /** How long they do, until they are answered 503. */
        @WithDefault("10s")
        Duration patience();
    }

    /** When a source that is quiet counts as silent. */
    Feeds feeds();

    /** The guard against sources that fall silent. */
    interface Feeds {

        /** How often all sources are looked at. */
        @WithDefault("1m")
        Duration watchEvery();

        /** A source is silent when nothing arrived for longer than this and than it ever does; at least ten minutes. */
        @WithDefault("2h")
        Duration silentAfter();

        /** So many times its longest gap of the window a source may be quiet. */
        @WithDefault("6")
        int silentAfterGaps();

        /** The days up to a source's last arrival that tell what is usual for it. */
        @WithDefault("14")
        int windowDays();

        /** A source heard on fewer days of the window is never judged. */
        @WithDefault("7")
        int daysToLearn();

        /**
         * An outage lasts until what arrived this long after the source was heard again is scored, so that late facts
         * fill the gap before anybody is told of figures that lack them.
         */
        @WithDefault("5m")
        Duration catchUp();
    }
}
