package dev.bellwether.ingest.csv.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

    Row without(Set<String> columns) {
        return filtered(column -> !columns.contains(column.name()));
    }

    Row only(Set<String> columns) {
        return filtered(column -> columns.contains(column.name()));
    }

    Row with(String column, String value) {
        List<@Nullable String> changed = new ArrayList<>(values);
        changed.set(kind.indexOf(column), value);
        return new Row(kind, changed, others);
    }

    private Row filtered(Predicate<Column> kept) {
        List<@Nullable String> left = new ArrayList<>(values);
        for (int i = 0; i < left.size(); i++) {
            if (!kept.test(kind.columns().get(i))) {
                left.set(i, null);
            }
        }
        return new Row(kind, left, others);
    }
}
