package dev.bellwether.console.today;

import dev.bellwether.console.page.Nothing;
import java.util.List;

/**
 * The part of the page that changes by itself.
 *
 * @param moreHref where more rows are; empty when there are none
 * @param note what is to be said instead of more rows; empty when nothing
 * @param notice what is to be said when this is not the present; empty while it is
 */
record Listing(List<Row> rows, String moreHref, String note, Nothing nothing, String notice) {

    Listing {
        rows = List.copyOf(rows);
    }

    /** Differs when there is anything new to show. */
    public String version() {
        return Integer.toHexString(hashCode());
    }
}
