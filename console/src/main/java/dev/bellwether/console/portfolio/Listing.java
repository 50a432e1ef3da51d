package dev.bellwether.console.portfolio;

import dev.bellwether.console.page.Nothing;
import java.util.List;

/**
 * The part of the portfolio page that changes by itself.
 *
 * @param notice what is to be said when this is not the present; empty while it is
 */
record Listing(List<Tile> tiles, List<Head> heads, List<Row> rows, End end, Nothing nothing, String notice) {

    Listing {
        tiles = List.copyOf(tiles);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** Differs when there is anything new to show. */
    public String version() {
        return Integer.toHexString(hashCode());
    }
}
