package dev.bellwether.health.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into one array a column, for statements that write a whole set by {@code unnest}. */
final class Columns<R> {

    private final Collection<R> rows;
    private final List<Object> arrays = new ArrayList<>();

    private Columns(Collection<R> rows) {
        this.rows = rows;
    }

    static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(rows);
    }

    Columns<R> text(Function<R, @Nullable String> column) {
        return add(String[]::new, column);
    }

    /** Anything whose text PostgreSQL reads by a cast: numeric, jsonb. */
    Columns<R> cast(Function<R, @Nullable Object> column) {
        return add(String[]::new, row -> {
            Object value = column.apply(row);
            return value == null ? null : value.toString();
        });
    }

    /** A moment, as a timestamptz. */
    Columns<R> instant(Function<R, @Nullable Instant> column) {
        return add(OffsetDateTime[]::new, row -> {
            Instant instant = column.apply(row);
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        });
    }

    <T> Columns<R> add(IntFunction<@Nullable T[]> array, Function<R, @Nullable T> column) {
        @Nullable T[] values = array.apply(rows.size());
        int i = 0;
        for (R row : rows) {
            values[i++] = column.apply(row);
        }
        arrays.add(values);
        return this;
    }

    Tuple tuple() {
        return Tuple.from(arrays);
    }
}
