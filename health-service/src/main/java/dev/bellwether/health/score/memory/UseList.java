package dev.bellwether.health.score.memory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Uses one after the other, in one array of primitives, because every usage event goes through it. Holds no array while
 * it is empty.
 */
final class UseList {

    private static final long[] NONE = {};
    private static final int FIRST_ROOM = 8;
    // day, user, feature, quantity in millionths
    private static final int WIDTH = 4;
    private static final int LOOK_BACK = 24;
    private static final long MILLION = 1_000_000;

    private long[] values = NONE;
    private int size;

    /**
     * The quantity in millionths, of which a long holds any that an event may have.
     *
     * @throws ArithmeticException when it has more than six decimals or 9.2e12 or more
     */
    static long millionths(BigDecimal quantity) {
        return quantity.scale() == 0
                ? Math.multiplyExact(quantity.longValue(), MILLION)
                : quantity.movePointRight(6).longValueExact();
    }

    /** Of users who repeat what they did lately, as most do, one place is taken, not many. */
    void add(long user, long feature, long day, long millionths) {
        for (int i = size - 1; i >= 0 && i >= size - LOOK_BACK; i--) {
            if (user(i) == user && feature(i) == feature && day(i) == day) {
                long sum = millionths(i) + millionths;
                if (!overflows(millionths(i), millionths, sum)) {
                    values[i * WIDTH + 3] = sum;
                    return;
                }
            }
        }
        append(user, feature, day, millionths);
    }

    private void append(long user, long feature, long day, long millionths) {
        if (size * WIDTH == values.length) {
            values = Arrays.copyOf(values, Math.max(FIRST_ROOM * WIDTH, Math.multiplyExact(values.length, 2)));
        }
        int at = size++ * WIDTH;
        values[at] = day;
        values[at + 1] = user;
        values[at + 2] = feature;
        values[at + 3] = millionths;
    }

    void each(Uses.Visitor visitor) {
        for (int i = 0; i < size; i++) {
            visitor.used(user(i), feature(i), day(i), millionths(i));
        }
    }

    /** All of them, day by day, each user and feature of a day once if the sum allows; the list is empty then. */
    List<Uses> drain() {
        if (size == 0) {
            return List.of();
        }
        it.unimi.dsi.fastutil.Arrays.quickSort(0, size, this::compare, this::swap);
        merge();
        List<Uses> days = new ArrayList<>();
        for (int from = 0, to; from < size; from = to) {
            to = endOf(0, from, size);
            days.add(Uses.of(this, from, to));
        }
        // a new array: a large account's first day must not keep its room for ever
        values = NONE;
        size = 0;
        return days;
    }

    long day(int i) {
        return values[i * WIDTH];
    }

    long user(int i) {
        return values[i * WIDTH + 1];
    }

    long feature(int i) {
        return values[i * WIDTH + 2];
    }

    long millionths(int i) {
        return values[i * WIDTH + 3];
    }

    /** Where, before {@code end}, the uses of the user end that begin at {@code from}. */
    int endOfUser(int from, int end) {
        return endOf(1, from, end);
    }

    private int endOf(int column, int from, int end) {
        int to = from + 1;
        while (to < end && values[to * WIDTH + column] == values[from * WIDTH + column]) {
            to++;
        }
        return to;
    }

    /** Neighbours of the same day, user and feature become one, unless their sum is too large for a long. */
    private void merge() {
        int last = 0;
        for (int i = 1; i < size; i++) {
            long sum = millionths(last) + millionths(i);
            if (compare(last, i) == 0 && !overflows(millionths(last), millionths(i), sum)) {
                values[last * WIDTH + 3] = sum;
            } else {
                last++;
                System.arraycopy(values, i * WIDTH, values, last * WIDTH, WIDTH);
            }
        }
        size = last + 1;
    }

    private static boolean overflows(long one, long other, long sum) {
        return ((one ^ sum) & (other ^ sum)) < 0;
    }

    private int compare(int one, int other) {
        int order = 0;
        for (int column = 0; order == 0 && column < WIDTH - 1; column++) {
            order = Long.compare(values[one * WIDTH + column], values[other * WIDTH + column]);
        }
        return order;
    }

    private void swap(int one, int other) {
        for (int column = 0; column < WIDTH; column++) {
            long value = values[one * WIDTH + column];
            values[one * WIDTH + column] = values[other * WIDTH + column];
            values[other * WIDTH + column] = value;
        }
    }
}
