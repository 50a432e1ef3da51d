package dev.bellwether.console.renewal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the today list, the most money at risk a day first.
 *
 * @param nextCursor where the next part begins; null at the end
 */
public record TodayList(List<TodayLine> items, @Nullable String nextCursor) {

    /** A list of nothing. */
    public static final TodayList EMPTY = new TodayList(List.of(), null);

    public TodayList {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
