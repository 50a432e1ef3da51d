package dev.bellwether.renewal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of renewals.
 *
 * @param nextCursor null on the last page
 */
record RenewalPage(List<RenewalItem> items, @Nullable String nextCursor) {

    RenewalPage {
        items = List.copyOf(items);
    }
}
