package dev.bellwether.health.store;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.health.score.BandTrail;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account in the engine's hands: its facts, and the memory that bands and flags have. Belongs to the engine's one
 * thread; whoever fails to commit what was done to it throws it away.
 */
public final class LiveAccount {

    private static final long OWN_BYTES = 400;
    private static final long FLAG_BYTES = 1_000;
    private static final long BAND_BYTES = 72;

    private final String id;
    private final int partition;
    private final long key;
    private final AccountMemory memory;
    private @Nullable AccountSnapshot announced;
    private @Nullable Instant unsettledSince;
    private List<OpenFlag> openFlags = new ArrayList<>();
    private final BandTrail bands = new BandTrail();
    private @Nullable BandBefore bandBefore;
    private long changedFrom = Long.MAX_VALUE;
    private long touchedBy;
    private long pastArrivedWith;
    private long bytes;

    /** The band with which a day ended, as the facts had it then. */
    public record BandBefore(LocalDate day, Band band) {}

    /** An account of which nothing is known yet. */
    public LiveAccount(String id, int partition, AccountMemory memory) {
        this.id = id;
        this.partition = partition;
        this.key = Hash64.of(id);
        this.memory = memory;
    }

    public String id() {
        return id;
    }

    public int partition() {
        return partition;
    }

    /** {@link Hash64} of the id. */
    public long key() {
        return key;
    }

    /** Notes that a batch changes the account; true when it had not before. Batches have rising numbers. */
    public boolean touch(long batch) {
        boolean isFirst = touchedBy != batch;
        touchedBy = batch;
        return isFirst;
    }

    /** Notes that a batch brings something of the account's past; true when it had not before. */
    public boolean pastArrives(long batch) {
        boolean isFirst = pastArrivedWith != batch;
        pastArrivedWith = batch;
        return isFirst;
    }

    /** The last batch that touched it; 0 while none has. */
    public long touchedBy() {
        return touchedBy;
    }

    /** What it took of memory, in bytes, when it was last weighed; 0 before it ever was. */
    public long bytes() {
        return bytes;
    }

    /** Weighs it again; an estimate. */
    public long weigh() {
        bytes = OWN_BYTES + openFlags.size() * FLAG_BYTES + bands.days() * BAND_BYTES + memory.bytes();
        return bytes;
    }

    public AccountMemory memory() {
        return memory;
    }

    /** The band from which hysteresis starts. */
    public Band settledBand() {
        return announced == null ? Band.UNKNOWN : announced.band();
    }

    /** What others were last told; null while nothing was. */
    public @Nullable AccountSnapshot announced() {
        return announced;
    }

    public List<OpenFlag> openFlags() {
        return openFlags;
    }

    /** Since when flags and announcements wait for the past to be complete; null when they do not. */
    public @Nullable Instant unsettledSince() {
        return unsettledSince;
    }

    /** Lets flags and announcements wait; answers since when they do. */
    public Instant unsettle(Instant now) {
        Instant since = unsettledSince == null ? now : unsettledSince;
        unsettledSince = since;
        return since;
    }

    /** Bands of its days that are known to follow from its facts as they are. */
    public BandTrail bands() {
        return bands;
    }

    /** Takes notice of the days of what was added; to be called before bands are asked for. */
    public void noteChanges() {
        long earliest = memory.takeChangedFrom();
        bands.changedFrom(earliest);
        changedFrom = Math.min(changedFrom, earliest);
    }

    /** The earliest day (days since 1970-01-01) of what came since the account last settled, as far as it was noticed. */
    public long changedFrom() {
        return changedFrom;
    }

    /** Keeps in mind the band before something of the past arrived. */
    public void remember(BandBefore before) {
        bandBefore = before;
    }

    /** The band before something of the past arrived; null when it was not looked at or the account has settled since. */
    public @Nullable BandBefore bandBefore() {
        return bandBefore;
    }

    /** What others are told now is what bands and flags will remember. */
    public void settle(AccountSnapshot told, List<OpenFlag> flags) {
        announced = told;
        openFlags = new ArrayList<>(flags);
        unsettledSince = null;
        bandBefore = null;
        changedFrom = Long.MAX_VALUE;
    }

    /** All that was saved is in it. What had come while it was unsettled is told from the rest no more. */
    void loaded() {
        memory.takeChangedFrom();
        changedFrom = unsettledSince == null ? Long.MAX_VALUE : Long.MIN_VALUE;
        weigh();
    }

    void restore(@Nullable AccountSnapshot told, @Nullable Instant unsettled) {
        announced = told;
        unsettledSince = unsettled;
    }
}
