package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Fact;
import java.util.OptionalLong;

/**
 * All that is remembered of one account, from which its figures as of any day follow. Loaded from what was saved, then
 * kept up to date by facts, in any order. Not for several threads at once.
 */
public final class AccountMemory {

    private static final long NEVER = Long.MAX_VALUE;

    private final Settings settings;
    private final Activity users = new Activity();
    private final Activity features = new Activity();
    private final Volumes volumes = new Volumes();
    private final Facts facts;
    private long firstDay = NEVER;

    public AccountMemory(Settings settings) {
        this.settings = settings;
        this.facts = new Facts(settings);
    }

    /**
     * Remembers that a user used a feature on a day; repeats change nothing. The quantity is another matter: see
     * {@link #volumes()}.
     *
     * @param user {@link Hash64} of the user id
     * @param feature {@link Hash64} of the feature's name
     * @param day days since 1970-01-01
     */
    public void use(long user, long feature, long day) {
        users.mark(user, day);
        features.mark(feature, day);
        sawFactOn(day);
    }

    /** Adds a rare fact; true when it must be kept. */
    public boolean learn(Fact fact) {
        sawFactOn(settings.days().dayOf(fact.occurredAt()));
        return facts.add(fact);
    }

    /** Remembers that any fact, even one that counts nowhere else, occurred on the day (days since 1970-01-01). */
    public void sawFactOn(long day) {
        firstDay = Math.min(firstDay, day);
    }

    /** The day of the account's first fact of any kind; empty when that is after {@code asOf} or there is none. */
    public OptionalLong firstDay(long asOf) {
        return firstDay <= asOf ? OptionalLong.of(firstDay) : OptionalLong.empty();
    }

    /** Which user was active on which day. */
    public Activity users() {
        return users;
    }

    /** Which feature was used on which day. */
    public Activity features() {
        return features;
    }

    /** How much was used on each day. */
    public Volumes volumes() {
        return volumes;
    }

    /** Everything but usage. */
    public Facts facts() {
        return facts;
    }

    /** What this takes of memory, in bytes; an estimate. */
    public long bytes() {
        return users.bytes() + features.bytes() + volumes.bytes() + facts.bytes();
    }

    /** The business days in which this memory counts. */
    public BusinessDays days() {
        return settings.days();
    }
}
