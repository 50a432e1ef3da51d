package dev.bellwether.health.score.memory;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many keys were active in each window of one length that ends on a day of a span, counted in one pass over the keys
 * however many days there are. True until the next mark.
 */
final class Rolling {

    // so long ago that no window reaches back to it
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final int length;
    private final long firstEnd;
    // first how the count changes from one window to the next; in the end the counts
    private final int[] counts;

    private Rolling(int length, long firstEnd, long lastEnd) {
        this.length = length;
        this.firstEnd = firstEnd;
        this.counts = new int[Math.toIntExact(lastEnd - firstEnd + 2)];
    }

    /**
     * Counts.
     *
     * @param length days a window, 1 … 64
     * @param firstEnd the day that ends the first window; {@code lastEnd}, not before it, ends the last
     */
    static Rolling count(List<Block> newestFirst, int length, long firstEnd, long lastEnd) {
        Rolling rolling = new Rolling(length, firstEnd, lastEnd);
        for (int i = 0; i < newestFirst.size(); i++) {
            Block block = newestFirst.get(i);
            long days = block.within(firstEnd - length + 1, lastEnd);
            if (days != 0) {
                rolling.add(block, days, i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null);
            }
        }
        for (int i = 1; i < rolling.counts.length; i++) {
            rolling.counts[i] += rolling.counts[i - 1];
        }
        return rolling;
    }

    private void add(Block block, long days, @Nullable Block older) {
        for (Long2LongMap.Entry entry : block.masks().long2LongEntrySet()) {
            long active = entry.getLongValue();
            if ((active & days) != 0) {
                add(block, active, older == null ? NEVER : lastDay(older, entry.getLongKey()));
            }
        }
    }

    /**
     * A key active on a day is in the windows that end on that day and the {@code length − 1} after it; those in which it
     * is by the active day before are left to that one.
     */
    private void add(Block block, long active, long lastBefore) {
        long previous = lastBefore;
        for (long left = active; left != 0; left &= left - 1) {
            long day = block.firstOf(left);
            counts[index(Math.max(day, previous + length))]++;
            counts[index(day + length)]--;
            previous = day;
        }
    }

    /** What changes before the span counts from its beginning, what changes after it not within it. */
    private int index(long end) {
        return (int) Math.clamp(end - firstEnd, 0, counts.length - 1);
    }

    private static long lastDay(Block block, long key) {
        long days = block.maskOf(key);
        return days == 0 ? NEVER : block.lastOf(days);
    }

    int length() {
        return length;
    }

    /** Whether the window was counted. */
    boolean has(long from, long to) {
        return to - from + 1 == length && to >= firstEnd && to - firstEnd < counts.length - 1;
    }

    int endingOn(long to) {
        return counts[(int) (to - firstEnd)];
    }
}
