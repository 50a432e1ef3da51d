package dev.bellwether.health.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps flags as they stand, and beside them every change of theirs, which never changes. */
@ApplicationScoped
class FlagLog {

    private static final String FLAGS = """
            insert into flag (flag_id, account_id, kind, severity, raised_on, raised_at, sentence, evidence, score,
                cleared_at)
            select f, a, k, sv, d, r, st, e::jsonb, s::numeric, c
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::timestamptz[], $7::text[],
                $8::text[], $9::text[], $10::timestamptz[]) as x(f, a, k, sv, d, r, st, e, s, c)
            on conflict (flag_id) do update set severity = excluded.severity, sentence = excluded.sentence,
                evidence = excluded.evidence, cleared_at = excluded.cleared_at
            """;
    private static final String CHANGES = """
            insert into flag_change (flag_id, at, severity, sentence, evidence)
            select f, t, sv, st, e::jsonb
            from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[]) as x(f, t, sv, st, e)
            """;
    private static final String OPEN_BEFORE = """
            select f.flag_id, f.kind, f.raised_on, f.raised_at, f.score, told.at, told.severity, told.sentence,
                told.evidence::text as evidence
            from flag f
            cross join lateral (
                select * from flag_change c where c.flag_id = f.flag_id and c.at < $2 order by c.change_id desc limit 1
            ) told
            where f.account_id = $1 and f.raised_at < $2 and (f.cleared_at is null or f.cleared_at >= $2)
            order by f.raised_at, f.flag_id
            """;

    Uni<Void> write(SqlConnection transaction, Collection<FlagRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(FLAGS)
                .execute(flags(rows))
                .chain(() -> transaction.preparedQuery(CHANGES).execute(changes(rows)))
                .replaceWithVoid();
    }

    /** The account's flags that were open at the end of the time before an instant, as they had been told by then. */
    Uni<List<FlagRow>> openBefore(SqlConnection transaction, String accountId, Instant end) {
        return transaction
                .preparedQuery(OPEN_BEFORE)
                .execute(Tuple.of(accountId, end.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<FlagRow> flags = new ArrayList<>(rows.rowCount());
                    rows.forEach(row -> flags.add(open(accountId, row)));
                    return flags;
                });
    }

    private static FlagRow open(String accountId, Row row) {
        return new FlagRow(
                row.getString("flag_id"),
                accountId,
                row.getString("kind"),
                row.getString("severity"),
                row.getLocalDate("raised_on"),
                row.getOffsetDateTime("raised_at").toInstant(),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("sentence"),
                row.getString("evidence"),
                row.getBigDecimal("score"),
                null);
    }

    private static Tuple flags(Collection<FlagRow> rows) {
        return Columns.of(rows)
                .text(FlagRow::flagId)
                .text(FlagRow::accountId)
                .text(FlagRow::kind)
                .text(FlagRow::severity)
                .add(LocalDate[]::new, FlagRow::raisedOn)
                .instant(FlagRow::raisedAt)
                .text(FlagRow::sentence)
                .text(FlagRow::evidence)
                .cast(FlagRow::score)
                .instant(FlagRow::clearedAt)
                .tuple();
    }

    private static Tuple changes(Collection<FlagRow> rows) {
        return Columns.of(rows)
                .text(FlagRow::flagId)
                .instant(FlagRow::changedAt)
                .text(FlagRow::severity)
                .text(FlagRow::sentence)
                .text(FlagRow::evidence)
                .tuple();
    }
}
