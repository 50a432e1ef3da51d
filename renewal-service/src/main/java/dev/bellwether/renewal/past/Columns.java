package dev.bellwether.renewal.past;

import java.util.List;
import java.util.function.Function;

/** Values as columns of texts, which the database casts to the types it wants. */
final class Columns {

    private Columns() {}

    static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
