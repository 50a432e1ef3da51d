package dev.bellwether.ingest.csv.row;

import dev.bellwether.contracts.Problem;
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

    /**
     * The same, written as by one of whom nothing is told.
     *
     * @param problems to which it adds those of values that are not written as was told
     */
    Row plain(Spelling spelling, List<Problem> problems) {
        if (spelling.isPlain()) {
            return this;
        }
        List<@Nullable String> plain = new ArrayList<>(values);
        for (int i = 0; i < plain.size(); i++) {
            String value = plain.get(i);
            try {
                plain.set(
                        i, value == null ? null : spelling.plain(kind.columns().get(i), value));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem("/" + kind.columns().get(i).name(), String.valueOf(e.getMessage())));
                plain.set(i, null);
            }
        }
        return new Row(kind, plain, others);
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
