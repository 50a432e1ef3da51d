package dev.bellwether.renewal.account;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one statement. Each column travels as an array of texts, which the database casts to what it wants: the
 * text of the statement is the same for any number of rows.
 */
public final class Bulk<T> {

    private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

    private final List<Column<T>> columns = new ArrayList<>();

    /** Adds a column, of that type of PostgreSQL. */
    public Bulk<T> column(String name, String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** Inserts the rows into a table that has columns of the same names. */
    public Uni<Void> insert(Mutiny.Session session, String table, String onConflict, List<T> rows) {
        return run(
                session,
                "insert into " + table + " (" + names() + ") select " + names() + " from %s " + onConflict,
                rows);
    }

    /** Runs a statement that reads the rows from {@code %s}, where they are called {@code said}. */
    public Uni<Void> run(Mutiny.Session session, String statement, List<T> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var query = session.createNativeQuery(statement.formatted(source()));
        for (int i = 0; i < columns.size(); i++) {
            query.setParameter("c" + i, texts(columns.get(i), rows));
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private String source() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "cast(cast(:c%d as text[]) as %s[])"
                        .formatted(i, columns.get(i).type()))
                .collect(Collectors.joining(", ", "unnest(", ") as said (" + names() + ")"));
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static <T> @Nullable String[] texts(Column<T> column, List<T> rows) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = column.value().apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
