package dev.bellwether.health.score.memory;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.math.BigDecimal;
import java.util.List;

/**
 * How much was used on each day, exactly. The one true counter: adding twice counts twice, so the caller adds each event
 * once. Days are days since 1970-01-01.
 */
public final class Volumes {

    private static final long OWN_BYTES = 200;
    private static final long DAY_BYTES = 70;

    private final Long2ObjectMap<BigDecimal> byDay = new Long2ObjectOpenHashMap<>(8);
    private LongOpenHashSet unsaved = new LongOpenHashSet(2);

    /** Adds one event's quantity to its day. */
    public void add(long day, BigDecimal quantity) {
        byDay.merge(day, quantity, BigDecimal::add);
        unsaved.add(day);
    }

    /** Adds a quantity of which is kept elsewhere what is to be saved. Not reported as a change. */
    void remember(long day, BigDecimal quantity) {
        byDay.merge(day, quantity, BigDecimal::add);
    }

    /** Sets a day's total as saved before. Not reported as a change. */
    public void load(long day, BigDecimal total) {
        byDay.put(day, total);
    }

    /** The whole totals of the days that changed since the last call, in order of days. */
    public List<DayVolume> drain() {
        List<DayVolume> changed = unsaved.longStream()
                .sorted()
                .mapToObj(day -> new DayVolume(day, byDay.getOrDefault(day, BigDecimal.ZERO)))
                .toList();
        unsaved = changed.isEmpty() ? unsaved : new LongOpenHashSet(2);
        return changed;
    }

    /** The sum over the days, both ends included; without trailing zeros, so that equal sums are equal values. */
    public BigDecimal sum(long from, long to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long day = from; day <= to; day++) {
            sum = sum.add(byDay.getOrDefault(day, BigDecimal.ZERO));
        }
        return shortest(sum);
    }

    static BigDecimal shortest(BigDecimal sum) {
        BigDecimal shortest = sum.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** What this takes of memory, in bytes; an estimate. */
    long bytes() {
        return OWN_BYTES + DAY_BYTES * byDay.size();
    }

    /** A day's total. */
    public record DayVolume(long day, BigDecimal total) {}
}
