package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.UserDescribed;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.math.BigDecimal;
import java.util.List;
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
    private final UsageDetail detail;
    private long firstDay = NEVER;
    private long changedFrom = NEVER;

    public AccountMemory(Settings settings) {
        this.settings = settings;
        this.facts = new Facts(settings);
        this.detail = new UsageDetail(facts.everInternal());
    }

    /**
     * Remembers that a user used a feature on a day. To be called once for each event id: a repeat may tell of another day.
     * True when that day the one was not known to be active, or the other not to be in use.
     *
     * @param user {@link Hash64} of the user id
     * @param feature {@link Hash64} of the feature's name
     * @param day days since 1970-01-01
     * @param quantity at most six decimals
     */
    public boolean use(long user, long feature, long day, BigDecimal quantity) {
        boolean isNew = users.mark(user, day) | features.mark(feature, day);
        sawFactOn(day);
        volumes.add(day, quantity);
        detail.add(user, feature, day, UseList.millionths(quantity));
        return isNew;
    }

    /** Adds a rare fact; true when it must be kept. */
    public boolean learn(Fact fact) {
        boolean isNew = facts.add(fact);
        if (isNew) {
            sawFactOn(settings.days().dayOf(fact.occurredAt()));
        }
        return isNew;
    }

    /** Remembers that any fact, even one that counts nowhere else, occurred on the day (days since 1970-01-01). */
    public void sawFactOn(long day) {
        firstDay = Math.min(firstDay, day);
        changedFrom = Math.min(changedFrom, day);
    }

    /** Whether a rare fact of that id was added before. */
    public boolean knows(String factId) {
        return facts.has(factId);
    }

    /** The earliest day of what was added since the last call; {@link Long#MAX_VALUE} when nothing was. */
    public long takeChangedFrom() {
        long earliest = changedFrom;
        changedFrom = NEVER;
        return earliest;
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

    /** How much was used on each day, by whomever. */
    public Volumes volumes() {
        return volumes;
    }

    /** How much was used over the days, both ends included, but by the given users, who are internal on some day. */
    public BigDecimal volume(long from, long to, LongSet internal) {
        BigDecimal total = volumes.sum(from, to);
        return internal.isEmpty()
                ? total
                : Volumes.shortest(total.subtract(detail.insiders().volume(from, to, internal)));
    }

    /** How many features were used over the days, but for those that only the given users used. */
    public int features(long from, long to, LongSet internal) {
        int all = features.distinct(from, to, LongSet.of());
        return internal.isEmpty() ? all : all - detail.insiders().featuresOnlyOf(internal, from, to);
    }

    /**
     * Who used what since the last call, a day each, to be saved beside what was saved before.
     *
     * @throws IllegalStateException while uses are lacking
     */
    public List<Uses> drainUses() {
        return detail.drain();
    }

    /**
     * Whether a user is internal by some version of whom it is not known here what they used. Figures that leave them out
     * must wait until it is.
     */
    public boolean lacksUses() {
        return !detail.isComplete();
    }

    /** Whether uses will be lacking once the fact is learnt. */
    public boolean lacksUsesWith(Fact fact) {
        return lacksUses() || (fact instanceof UserDescribed user && facts.isFirstInternal(user));
    }

    /**
     * Ends the lack: from now on it is known who used what as far as it is not yet saved or, by {@link #load}, was saved
     * before. What is loaded must have in it all that was ever drained.
     */
    public void completeUses() {
        detail.complete();
    }

    /** Adds uses that were saved before; all of them are to be given after {@link #completeUses}, in any order. */
    public void load(Uses saved) {
        detail.load(saved);
    }

    /** Everything but usage. */
    public Facts facts() {
        return facts;
    }

    /** What this takes of memory, in bytes; an estimate. */
    public long bytes() {
        return users.bytes() + features.bytes() + volumes.bytes() + detail.bytes() + facts.bytes();
    }

    /** The business days in which this memory counts. */
    public BusinessDays days() {
        return settings.days();
    }
}
