package dev.bellwether.health.store;

import dev.bellwether.health.score.memory.Uses;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps who used what, and gives it back for the accounts that need it: those that ever had an internal user. */
@ApplicationScoped
class UsageDetails {

    private static final String WRITE = """
            insert into usage_detail (account_id, day, uses)
            select * from unnest($1::text[], $2::date[], $3::bytea[])
            """;
    private static final String READ = "select account_id, day, uses from usage_detail where account_id = any($1)";
    // offset 0, and places instead of keys: so that the table is never read as a whole, however old its statistics are.
    // A row grows to about a mebibyte: what lies beyond becomes another.
    private static final String MERGE = """
            with found as (
                select stored.place
                from (
                    select distinct account_id, day from usage_detail
                    where account_id = any($1) and day < $2 and not merged
                ) due
                cross join lateral (
                    select ctid as place from usage_detail
                    where account_id = due.account_id and merged = any('{true, false}') and day = due.day offset 0
                ) stored
            ), taken as (
                delete from usage_detail where ctid = any(array(select place from found))
                returning account_id, day, detail_id, uses
            ), parts as (
                select account_id, day, uses, sum(length(uses))
                    over (partition by account_id, day order by detail_id) / 1048576 as part
                from taken
            )
            insert into usage_detail (account_id, day, uses, merged)
            select account_id, day, string_agg(uses, ''::bytea), true from parts group by account_id, day, part
            """;
    private static final String DROP = "delete from usage_detail where account_id = any($1) and merged and day < $2";
    // rows of up to a mebibyte: an account may have more than fits into memory
    private static final int ROWS_AHEAD = 50;

    Uni<Void> write(SqlConnection transaction, Collection<Changes.DetailRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Columns.of(rows)
                .text(Changes.DetailRow::accountId)
                .add(LocalDate[]::new, row -> LocalDate.ofEpochDay(row.uses().day()))
                .add(Buffer[]::new, row -> Buffer.buffer(row.uses().bytes()))
                .tuple();
        return transaction.preparedQuery(WRITE).execute(columns).replaceWithVoid();
    }

    /** Merges the rows of days that are over, and drops those that nobody can ask for any more. */
    Uni<Void> tidy(SqlConnection transaction, List<Changes.Tidying> all) {
        return InTurn.each(all, tidying -> {
            String[] accounts = tidying.accounts().toArray(String[]::new);
            return transaction
                    .preparedQuery(MERGE)
                    .execute(Tuple.of(accounts, tidying.mergeBefore()))
                    .chain(() -> transaction.preparedQuery(DROP).execute(Tuple.of(accounts, tidying.dropBefore())));
        });
    }

    /** Ends the lack of those accounts that lack uses. */
    Uni<Void> complete(SqlConnection transaction, Collection<LiveAccount> accounts) {
        Map<String, LiveAccount> lacking = accounts.stream()
                .filter(account -> account.memory().lacksUses())
                .collect(Collectors.toMap(LiveAccount::id, Function.identity()));
        if (lacking.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        lacking.values().forEach(account -> account.memory().completeUses());
        Tuple ids = Tuple.of((Object) lacking.keySet().toArray(String[]::new));
        return Rows.each(transaction, READ, ids, ROWS_AHEAD, row -> restore(lacking, row));
    }

    private static void restore(Map<String, LiveAccount> accounts, Row row) {
        LiveAccount account = accounts.get(row.getString("account_id"));
        if (account != null) {
            LocalDate day = row.getLocalDate("day");
            byte[] bytes = row.getBuffer("uses").getBytes();
            account.memory().load(Uses.stored(day.toEpochDay(), bytes));
        }
    }
}
