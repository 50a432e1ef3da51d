package dev.bellwether.health.store;

import dev.bellwether.contracts.Band;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.memory.AccountMemory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account in the engine's hands: its facts, and the memory that bands and flags have. Belongs to the engine's one
 * thread; whoever fails to commit what was done to it throws it away.
 */
public final class LiveAccount {

    private final String id;
    private final int partition;
    private final AccountMemory memory;
    private Band settledBand = Band.UNKNOWN;
    private @Nullable BigDecimal announcedScore;
    private @Nullable Instant unsettledSince;
    private List<OpenFlag> openFlags = new ArrayList<>();

    /** An account of which nothing is known yet. */
    public LiveAccount(String id, int partition, AccountMemory memory) {
        this.id = id;
        this.partition = partition;
        this.memory = memory;
    }

    public String id() {
        return id;
    }

    public int partition() {
        return partition;
    }

    public AccountMemory memory() {
        return memory;
    }

    /** The band from which hysteresis starts. */
    public Band settledBand() {
        return settledBand;
    }

    /** The score last announced; null while none was. */
    public @Nullable BigDecimal announcedScore() {
        return announcedScore;
    }

    public List<OpenFlag> openFlags() {
        return openFlags;
    }

    /** Since when flags and announcements wait for the past to be complete; null when they do not. */
    public @Nullable Instant unsettledSince() {
        return unsettledSince;
    }

    public void unsettle(Instant now) {
        if (unsettledSince == null) {
            unsettledSince = now;
        }
    }

    /** What is shown now is what bands and flags will remember. */
    public void settle(Band band, @Nullable BigDecimal announced, List<OpenFlag> flags) {
        settledBand = band;
        announcedScore = announced;
        openFlags = new ArrayList<>(flags);
        unsettledSince = null;
    }

    void restore(Band band, @Nullable BigDecimal announced, @Nullable Instant unsettled) {
        settledBand = band;
        announcedScore = announced;
        unsettledSince = unsettled;
    }
}
