package dev.bellwether.health.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Consumer;

/** Rows that are read a few at a time, so that an answer never lies in memory as a whole. */
final class Rows {

    private Rows() {}

    /** Shows the rows of a query one by one, and reads no more than so many ahead. */
    static Uni<Void> each(SqlConnection transaction, String sql, Tuple parameters, int ahead, Consumer<Row> consumer) {
        return transaction
                .prepare(sql)
                .chain(statement -> statement
                        .createStream(ahead, parameters)
                        .toMulti()
                        .invoke(consumer)
                        .onItem()
                        .ignoreAsUni()
                        .call(statement::close));
    }
}
