package dev.bellwether.renewal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the today list.
 *
 * @param nextCursor null on the last page
 */
record TodayPage(List<TodayItem> items, @Nullable String nextCursor) {

    TodayPage {
        items = List.copyOf(items);
    }
}
