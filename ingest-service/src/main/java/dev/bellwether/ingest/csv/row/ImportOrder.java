package dev.bellwether.ingest.csv.row;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param map column names of the file to names of ours, or to {@code -} for columns that are left out
 * @param set values of columns that the file does not have
 * @param spelling how it writes what it says
 * @param asOf when rows happened that do not tell; null for the moment at which the import began
 */
public record ImportOrder(
        ImportKind kind,
        Map<String, String> map,
        Map<String, String> set,
        Spelling spelling,
        @Nullable Instant asOf) {

    public ImportOrder {
        map = Map.copyOf(map);
        set = Map.copyOf(set);
    }

    /** The same text for the same order: a file that is sent again must be read as before. */
    public String text() {
        return kind.tag() + " map=" + new TreeMap<>(map) + " set=" + new TreeMap<>(set) + " zone=" + spelling.zone()
                + told("asOf", asOf)
                + told("delimiter", spelling.delimiter())
                + told("decimal", spelling.decimals())
                + told("dates", spelling.days());
    }

    private static String told(String name, @Nullable Object value) {
        return value == null ? "" : " " + name + "=" + value;
    }
}
