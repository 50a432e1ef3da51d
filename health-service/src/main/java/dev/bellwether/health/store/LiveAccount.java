package dev.bellwether.health.store;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.health.score.BandTrail;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    private Remembered remembered = Remembered.NOTHING;
    private List<OpenFlag> openFlags = new ArrayList<>();
    private final BandTrail bands = new BandTrail();
    private long touchedBy;
    private long pastArrivedWith;
    private long bytes;

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

    /** What bands and flags start from. */
    public Remembered remembered() {
        return remembered;
    }

    public List<OpenFlag> openFlags() {
        return openFlags;
    }

    /** Lets flags and announcements wait; answers since when they do. */
    public Instant unsettle(Instant now) {
        Instant since = Objects.requireNonNullElse(remembered.unsettledSince(), now);
        remembered = remembered.unsettled(since);
        return since;
    }

    /** Bands of its days that are known to follow from its facts as they are, with the outages of that mark. */
    public BandTrail bands(long mark) {
        bands.changedFrom(memory.takeChangedFrom());
        bands.outages(mark);
        return bands;
    }

    /** Keeps in mind how a day ended before something of the past arrived. */
    public void remember(Remembered.DayEnd before) {
        remembered = remembered.before(before);
    }

    /** What others are told now, with the outages of that mark, is what bands and flags will remember. */
    public void settle(AccountSnapshot told, long mark, List<OpenFlag> flags) {
        remembered = new Remembered(told, mark, null, null);
        openFlags = new ArrayList<>(flags);
    }

    void restore(Remembered saved) {
        remembered = saved;
    }
}
