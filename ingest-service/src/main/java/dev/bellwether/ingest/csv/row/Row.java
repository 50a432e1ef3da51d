package dev.bellwether.ingest.csv.row;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row.
 *
 * @param values by the order of the kind's columns; null where the cell is empty
 * @param others what is kept with the fact under its own name
 */
record Row(ImportKind kind, List<@Nullable String> values, Map<String, String> others) {

    @Nullable
    String value(String column) {
        return values.get(kind.indexOf(column));
    }
}
