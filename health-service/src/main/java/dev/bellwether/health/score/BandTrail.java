package dev.bellwether.health.score;

import dev.bellwether.contracts.Band;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bands of an account's days that were followed back once, so that the next look need not go all the way again. Whoever
 * keeps it says what changed. Not for several threads at once.
 */
public final class BandTrail {

    private static final int MOST_DAYS = 64;

    private final NavigableMap<LocalDate, Band> bands = new TreeMap<>();
    private long outages;

    /** Something changed that day (days since 1970-01-01) and perhaps those after it. */
    public void changedFrom(long day) {
        while (!bands.isEmpty() && bands.lastKey().toEpochDay() >= day) {
            bands.pollLastEntry();
        }
    }

    /** With another set of outages every day may be another. */
    public void outages(long mark) {
        if (mark != outages) {
            bands.clear();
        }
        outages = mark;
    }

    /** How many days are known, a few dozen at most. */
    public int days() {
        return bands.size();
    }

    /** The band of the day; null when it is not known. */
    @Nullable
    Band of(LocalDate day) {
        return bands.get(day);
    }

    /** Only the newest days are kept. */
    void put(LocalDate day, Band band) {
        bands.put(day, band);
        if (bands.size() > MOST_DAYS) {
            bands.pollFirstEntry();
        }
    }
}
