package dev.bellwether.health.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** How far the turn of the day had come when it was last committed. */
@ApplicationScoped
public class DayTurns {

    private static final String OF = "select day, outages, after_account, finished from day_turn where partition = $1";

    private final Pool pool;

    DayTurns(Pool pool) {
        this.pool = pool;
    }

    /** The partition's turn; one that lies in the distant past when there never was any. */
    public Uni<DayTurn> of(int partition) {
        return pool.preparedQuery(OF).execute(Tuple.of(partition)).map(rows -> {
            if (rows.rowCount() == 0) {
                return new DayTurn(partition, LocalDate.EPOCH, 0, "", true);
            }
            Row row = rows.iterator().next();
            return new DayTurn(
                    partition,
                    row.getLocalDate("day"),
                    row.getLong("outages"),
                    row.getString("after_account"),
                    row.getBoolean("finished"));
        });
    }
}
