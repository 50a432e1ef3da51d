package dev.bellwether.health.score.memory;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who used what of one account: what is not saved yet, and in an account where anybody ever was internal what it takes to
 * leave them out. The rest is known to the database alone.
 */
final class UsageDetail {

    private static final long OWN_BYTES = 200;

    private final LongSet everInternal;
    private final UseList pending = new UseList();
    private @Nullable Insiders insiders;

    /** Nothing was used yet; {@code everInternal} may grow later. */
    UsageDetail(LongSet everInternal) {
        this.everInternal = everInternal;
    }

    void add(long user, long feature, long day, long millionths) {
        pending.add(user, feature, day, millionths);
        if (insiders != null) {
            insiders.add(user, feature, day, millionths);
        }
    }

    /** What was added since the last call, to be saved. Not while anything lacks, for it would be missing here afterwards. */
    List<Uses> drain() {
        if (!isComplete()) {
            throw new IllegalStateException("what internal users used must be completed first");
        }
        return pending.drain();
    }

    /** Whether everybody who ever was internal can be left out. */
    boolean isComplete() {
        return everInternal.size() == (insiders == null ? 0 : insiders.size());
    }

    /** Becomes complete, once all that was saved before is given to {@link #load}. */
    void complete() {
        Insiders complete = new Insiders(everInternal);
        pending.each(complete::add);
        insiders = complete;
    }

    void load(Uses saved) {
        saved.each(insiders()::add);
    }

    /** What this takes of memory between batches, in bytes; an estimate. */
    long bytes() {
        return insiders == null ? OWN_BYTES : OWN_BYTES + insiders.bytes();
    }

    Insiders insiders() {
        if (insiders == null || !isComplete()) {
            throw new IllegalStateException("what internal users used was not loaded");
        }
        return insiders;
    }
}
