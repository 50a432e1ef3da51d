package dev.bellwether.ingest.csv.row;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param map column names of the file to names of ours, or to {@code -} for columns that are left out
 * @param set values of columns that the file does not have
 * @param zone in which times without an offset are meant, and days begin
 * @param asOf when rows happened that do not tell; null for the moment at which the import began
 * @param delimiter between cells; null for the one that is most frequent in the first line
 */
public record ImportOrder(
        ImportKind kind,
        Map<String, String> map,
        Map<String, String> set,
        ZoneId zone,
        @Nullable Instant asOf,
        @Nullable Character delimiter) {

    public ImportOrder {
        map = Map.copyOf(map);
        set = Map.copyOf(set);
    }

    /** As of the moment at which the import begins. */
    public ImportOrder(
            ImportKind kind,
            Map<String, String> map,
            Map<String, String> set,
            ZoneId zone,
            @Nullable Character delimiter) {
        this(kind, map, set, zone, null, delimiter);
    }

    /** The same text for the same order: a file that is sent again must be read as before. */
    public String text() {
        return kind.tag() + " map=" + new TreeMap<>(map) + " set=" + new TreeMap<>(set) + " zone=" + zone
                + (asOf == null ? "" : " asOf=" + asOf)
                + (delimiter == null ? "" : " delimiter=" + delimiter);
    }
}
