package dev.bellwether.health.store;

import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Deletes what no day that may be asked for looks back at: how much was used on a day, and flags that are over. Who was
 * active when stays, as the last day of use may be any number of years ago; and facts stay, as an invoice may be open as long.
 */
@ApplicationScoped
class OldRows {

    private static final String VOLUMES = "delete from usage_day where account_id = any($1) and day < $2";
    private static final String FLAGS = """
            with gone as (delete from flag where account_id = any($1) and cleared_at < $2 returning flag_id)
            delete from flag_change c using gone where c.flag_id = gone.flag_id
            """;

    Uni<Void> drop(SqlConnection transaction, List<Changes.Tidying> all) {
        return InTurn.each(all, tidying -> {
            Object accounts = tidying.accounts().toArray(String[]::new);
            return transaction
                    .preparedQuery(VOLUMES)
                    .execute(Tuple.of(accounts, tidying.dropBefore()))
                    .chain(() -> transaction
                            .preparedQuery(FLAGS)
                            .execute(Tuple.of(
                                    accounts,
                                    tidying.dropBefore().atStartOfDay().atOffset(ZoneOffset.UTC))));
        });
    }
}
