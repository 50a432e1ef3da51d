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
    private final int[] counts;

    private Rolling(int length, long firstEnd, int[] counts) {
        this.length = length;
        this.firstEnd = firstEnd;
        this.counts = counts;
    }

    /**
     * Counts.
     *
     * @param length days a window, 1 … 64
     * @param firstEnd the day that ends the first window; {@code lastEnd}, not before it, ends the last
     */
    static Rolling count(List<Block> newestFirst, int length, long firstEnd, long lastEnd) {
        int[] changes = new int[Math.toIntExact(lastEnd - firstEnd + 2)];
        for (int i = 0; i < newestFirst.size(); i++) {
            Block block = newestFirst.get(i);
            @Nullable Block older = i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null;
            long days = block.within(firstEnd - length + 1, lastEnd);
            for (Long2LongMap.Entry entry : block.masks().long2LongEntrySet()) {
                long active = entry.getLongValue();
                if ((active & days) != 0) {
                    long lastBefore = older == null ? NEVER : lastDay(older, entry.getLongKey());
                    add(block, active, lastBefore, length, firstEnd, changes);
                }
            }
        }
        for (int i = 1; i < changes.length; i++) {
            changes[i] += changes[i - 1];
        }
        return new Rolling(length, firstEnd, changes);
    }

    /**
     * A key active on a day is in the windows that end on that day and the {@code length − 1} after it; those in which it
     * is by the active day before are left to that one.
     */
    private static void add(Block block, long active, long lastBefore, int length, long firstEnd, int[] changes) {
        long previous = lastBefore;
        for (long left = active; left != 0; left &= left - 1) {
            long day = block.firstOf(left);
            changes[index(Math.max(day, previous + length) - firstEnd, changes)]++;
            changes[index(day + length - firstEnd, changes)]--;
            previous = day;
        }
    }

    /** What happens before the span counts from its beginning, what happens after it not within it. */
    private static int index(long end, int[] changes) {
        return (int) Math.clamp(end, 0, changes.length - 1);
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
