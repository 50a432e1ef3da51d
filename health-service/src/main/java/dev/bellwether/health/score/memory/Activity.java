package dev.bellwether.health.score.memory;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Which keys (users or features of one account) were active on which days: exact, whatever order and however often the
 * marks come. A window once counted is kept up to date by later marks, so asking again costs nothing however many keys
 * there are. Those left out are given as a set, because few are: they are subtracted.
 *
 * <p>Days are days since 1970-01-01; windows include both ends. Not for several threads at once.
 */
public final class Activity {

    // two days' figures ask for 8 different windows, and where four sources are silent since different days for 6 more
    // each
    private static final int WINDOWS_KEPT = 64;
    // today's figures are asked for until tomorrow's are, and once more as yesterday's
    private static final int DAYS_ASKED = 2;
    private static final long OWN_BYTES = 200;
    private static final long WINDOW_BYTES = 40;

    private final List<Block> newestFirst = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final List<Rolling> rolling = new ArrayList<>(0);
    private final Unsaved unsaved = new Unsaved();
    private long newestEnd = Long.MIN_VALUE;

    /** Marks the key active on the day; true when it was not yet. Repeats change nothing. */
    public boolean mark(long key, long day) {
        boolean isNew = remember(key, day);
        if (isNew) {
            unsaved.add(key, Block.indexOf(day));
        }
        return isNew;
    }

    /** The same for what is saved elsewhere. Not reported as a change. */
    boolean remember(long key, long day) {
        Block block = block(Block.indexOf(day));
        long bit = 1L << day;
        if ((block.maskOf(key) & bit) != 0) {
            return false;
        }
        countIn(key, day);
        rolling.clear();
        block.set(key, bit);
        return true;
    }

    /** Adds what was saved before: the key's days in one block. Not reported as a change. */
    public void load(long key, long block, long mask) {
        if (block(block).set(key, mask) != 0) {
            windows.clear();
            rolling.clear();
        }
    }

    /** What changed since the last call, each key and block once, with its whole mask. */
    public List<Change> drain() {
        return unsaved.drain((key, block) -> block(block).maskOf(key));
    }

    /**
     * Counts at once what {@link #distinct} will be asked for: all windows of so many days (1 … 64) that end on a day of
     * the span. Forgotten with the next mark, or when others of that length are counted.
     */
    public void foresee(int length, long firstEnd, long lastEnd) {
        rolling.removeIf(counted -> counted.length() == length);
        rolling.add(Rolling.count(newestFirst, length, firstEnd, lastEnd));
    }

    /** Number of keys active at least once in the window. */
    public int distinct(long from, long to, LongSet excluded) {
        int count = countOf(from, to);
        for (LongIterator keys = excluded.iterator(); keys.hasNext(); ) {
            if (isActive(keys.nextLong(), from, to)) {
                count--;
            }
        }
        return count;
    }

    /** Sum over the days of the window of the number of keys active on that day. */
    public long keyDays(long from, long to, LongSet excluded) {
        long sum = 0;
        for (Block block : newestFirst) {
            long days = block.within(from, to);
            sum += block.keyDays(days);
            for (LongIterator keys = excluded.iterator(); days != 0 && keys.hasNext(); ) {
                sum -= Long.bitCount(block.maskOf(keys.nextLong()) & days);
            }
        }
        return sum;
    }

    /** Number of days in the window on which any key was active. */
    public int activeDays(long from, long to, LongSet excluded) {
        int count = 0;
        for (Block block : newestFirst) {
            count += Long.bitCount(daysOfAny(block, block.within(from, to), excluded));
        }
        return count;
    }

    /** The last day up to {@code asOf} on which any key was active. */
    public OptionalLong lastDay(long asOf, LongSet excluded) {
        for (Block block : newestFirst) {
            long days = daysOfAny(block, block.within(Long.MIN_VALUE, asOf), excluded);
            if (days != 0) {
                return OptionalLong.of(block.lastOf(days));
            }
        }
        return OptionalLong.empty();
    }

    /** The first day of all on which any key was active, when it is not after {@code asOf}. */
    public OptionalLong firstDay(long asOf, LongSet excluded) {
        for (Block block : newestFirst.reversed()) {
            long days = daysOfAny(block, block.within(Long.MIN_VALUE, asOf), excluded);
            if (days != 0) {
                return OptionalLong.of(block.firstOf(days));
            }
        }
        return OptionalLong.empty();
    }

    /** The last day up to {@code asOf} on which this key was active. */
    public OptionalLong lastDayOf(long key, long asOf) {
        for (Block block : newestFirst) {
            long days = block.maskOf(key) & block.within(Long.MIN_VALUE, asOf);
            if (days != 0) {
                return OptionalLong.of(block.lastOf(days));
            }
        }
        return OptionalLong.empty();
    }

    /** What this takes of memory, in bytes; an estimate. */
    long bytes() {
        long bytes = OWN_BYTES + WINDOW_BYTES * windows.size();
        for (Block block : newestFirst) {
            bytes += block.bytes();
        }
        return bytes;
    }

    /** Adds the keys that were active at least once in the window. */
    void collect(long from, long to, LongSet keys) {
        for (Block block : newestFirst) {
            long days = block.within(from, to);
            if (days != 0) {
                for (Long2LongMap.Entry entry : block.masks().long2LongEntrySet()) {
                    if ((entry.getLongValue() & days) != 0) {
                        keys.add(entry.getLongKey());
                    }
                }
            }
        }
    }

    private Block block(long index) {
        int at = 0;
        while (at < newestFirst.size() && newestFirst.get(at).index() > index) {
            at++;
        }
        if (at == newestFirst.size() || newestFirst.get(at).index() != index) {
            newestFirst.add(at, new Block(index));
        }
        return newestFirst.get(at);
    }

    /** Called before the bit is set: a window that holds the day gains the key unless it had it by another day. */
    private void countIn(long key, long day) {
        for (Window window : windows) {
            if (window.contains(day) && !isActive(key, window.from(), window.to())) {
                window.increment();
            }
        }
    }

    boolean isActive(long key, long from, long to) {
        for (Block block : newestFirst) {
            long days = block.within(from, to);
            if (days != 0 && (block.maskOf(key) & days) != 0) {
                return true;
            }
        }
        return false;
    }

    private int countOf(long from, long to) {
        for (Rolling counted : rolling) {
            if (counted.has(from, to)) {
                return counted.endingOn(to);
            }
        }
        return window(from, to).count();
    }

    private Window window(long from, long to) {
        newestEnd = Math.max(newestEnd, to);
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).is(from, to)) {
                return keep(windows.remove(i));
            }
        }
        windows.removeIf(window -> window.askedOn() <= newestEnd - DAYS_ASKED);
        if (windows.size() == WINDOWS_KEPT) {
            windows.removeFirst();
        }
        return keep(new Window(from, to, count(from, to)));
    }

    private Window keep(Window window) {
        window.asked(newestEnd);
        windows.add(window);
        return window;
    }

    private int count(long from, long to) {
        int count = 0;
        for (Block block : newestFirst) {
            long days = block.within(from, to);
            if (days == 0) {
                continue;
            }
            long nextBlock = (block.index() + 1) * Block.DAYS;
            boolean isNewest = nextBlock > to;
            for (Long2LongMap.Entry entry : block.masks().long2LongEntrySet()) {
                boolean active = (entry.getLongValue() & days) != 0;
                if (active && (isNewest || !isActive(entry.getLongKey(), nextBlock, to))) {
                    count++;
                }
            }
        }
        return count;
    }

    private static long daysOfAny(Block block, long days, LongSet excluded) {
        if (excluded.isEmpty() || (block.activeDays() & days) == 0) {
            return block.activeDays() & days;
        }
        int[] keysOn = block.keysOn();
        for (LongIterator keys = excluded.iterator(); keys.hasNext(); ) {
            for (long left = block.maskOf(keys.nextLong()); left != 0; left &= left - 1) {
                keysOn[Long.numberOfTrailingZeros(left)]--;
            }
        }
        long active = 0;
        for (int bit = 0; bit < Block.DAYS; bit++) {
            active |= keysOn[bit] > 0 ? 1L << bit : 0;
        }
        return active & days;
    }

    /**
     * A key's days in one block, to be saved; OR-ing it into what is stored is right whatever came in between.
     *
     * @param block the block's number: day ÷ 64, rounded down
     * @param mask bit {@code day mod 64} is set when the key was active on the day
     */
    public record Change(long key, long block, long mask) {}
}
