package dev.bellwether.health.store;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes {@link Changes}, one statement a table, within the caller's transaction. */
@ApplicationScoped
public class Ledger {

    private static final String FACTS = """
            insert into fact (account_id, event_id, type, occurred_at, data)
            select a, e, t, o, d::jsonb
            from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[]) as f(a, e, t, o, d)
            on conflict (account_id, event_id) do update set
                type = excluded.type, occurred_at = excluded.occurred_at, data = excluded.data
            """;
    private static final String ACTIVITY = """
            insert into activity as stored (account_id, kind, key, block, mask)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::bigint[])
            on conflict (account_id, kind, key, block) do update set mask = stored.mask | excluded.mask
            """;
    private static final String USAGE = """
            insert into usage_day (account_id, day, quantity)
            select a, d, q::numeric from unnest($1::text[], $2::date[], $3::text[]) as u(a, d, q)
            on conflict (account_id, day) do update set quantity = excluded.quantity
            """;
    private static final String ACCOUNTS = """
            insert into account (account_id, partition, name, owner, segment, stage, first_day, as_of, score, band, coverage, wau,
                trend, days_inactive, arr, arr_currency, renewal_on, document, announced_name, announced_owner,
                announced_segment, announced_score, announced_band, unsettled_since, band_before, band_before_on, settled_outages,
                updated_at)
            select id, p, n, o, sg, st, fd, d, s::numeric, b, c::numeric, w, t, di, ar, ac, r, doc::jsonb, an, ao, asg, sc::numeric, ab, un, bb, bo, so, now()
            from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[],
                $9::text[], $10::text[], $11::text[], $12::int[], $13::float8[], $14::int[], $15::bigint[], $16::text[],
                $17::date[], $18::text[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::timestamptz[],
                $25::text[], $26::date[], $27::bigint[])
                as a(id, p, n, o, sg, st, fd, d, s, b, c, w, t, di, ar, ac, r, doc, an, ao, asg, sc, ab, un, bb, bo, so)
            on conflict (account_id) do update set partition = excluded.partition, name = excluded.name,
                owner = excluded.owner, segment = excluded.segment, stage = excluded.stage, first_day = excluded.first_day,
                as_of = excluded.as_of,
                score = excluded.score, band = excluded.band, coverage = excluded.coverage, wau = excluded.wau,
                trend = excluded.trend, days_inactive = excluded.days_inactive, arr = excluded.arr,
                arr_currency = excluded.arr_currency, renewal_on = excluded.renewal_on, document = excluded.document,
                announced_name = excluded.announced_name, announced_owner = excluded.announced_owner,
                announced_segment = excluded.announced_segment, announced_score = excluded.announced_score, announced_band = excluded.announced_band,
                unsettled_since = excluded.unsettled_since, band_before = excluded.band_before,
                band_before_on = excluded.band_before_on, settled_outages = excluded.settled_outages, updated_at = excluded.updated_at
            """;
    private static final String TURNS = """
            insert into day_turn (partition, day, outages, after_account, finished)
            select * from unnest($1::int[], $2::date[], $3::bigint[], $4::text[], $5::boolean[])
            on conflict (partition) do update set day = excluded.day, outages = excluded.outages,
                after_account = excluded.after_account, finished = excluded.finished
            """;
    private static final String ARRIVALS = """
            insert into feed_arrival (feed, minute) select * from unnest($1::text[], $2::timestamptz[]) on conflict do nothing
            """;
    private static final String LATE = """
            insert into feed_late as stored (feed, day, arrived_at) select * from unnest($1::text[], $2::date[], $3::timestamptz[])
            on conflict (feed, day) do update set arrived_at = greatest(stored.arrived_at, excluded.arrived_at)
            """;

    private final UsageDetails details;
    private final FlagLog flags;
    private final OldRows old;
    private final IdLog ids;
    private final Outbox outbox;

    Ledger(UsageDetails details, FlagLog flags, OldRows old, IdLog ids, Outbox outbox) {
        this.details = details;
        this.flags = flags;
        this.old = old;
        this.ids = ids;
        this.outbox = outbox;
    }

    /** Writes everything; the caller's transaction decides whether it lasts. */
    public Uni<Void> save(SqlConnection transaction, Changes changes) {
        return write(transaction, FACTS, changes.facts, facts(changes))
                .chain(() -> write(transaction, ACTIVITY, changes.activity, activity(changes)))
                .chain(() -> write(transaction, USAGE, changes.usage, usage(changes)))
                .chain(() -> details.write(transaction, changes.details))
                .chain(() -> details.tidy(transaction, changes.tidyings))
                .chain(() -> old.drop(transaction, changes.tidyings))
                .chain(() -> write(transaction, ACCOUNTS, changes.accounts, accounts(changes)))
                .chain(() -> flags.write(transaction, changes.flags))
                .chain(() -> ids.write(transaction, changes.pieces))
                .chain(() -> write(transaction, TURNS, changes.turns, turns(changes)))
                .chain(() -> write(transaction, ARRIVALS, changes.arrivals, arrivals(changes)))
                .chain(() -> write(transaction, LATE, changes.late.values(), late(changes)))
                .chain(() -> outbox.add(transaction, changes.events));
    }

    private static Uni<Void> write(SqlConnection transaction, String sql, Collection<?> rows, Tuple columns) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(columns).replaceWithVoid();
    }

    private static Tuple facts(Changes changes) {
        return Columns.of(changes.facts)
                .text(Changes.FactRow::accountId)
                .text(Changes.FactRow::eventId)
                .text(Changes.FactRow::type)
                .instant(Changes.FactRow::occurredAt)
                .text(Changes.FactRow::data)
                .tuple();
    }

    private static Tuple activity(Changes changes) {
        return Columns.of(changes.activity)
                .text(Changes.ActivityRow::accountId)
                .text(Changes.ActivityRow::kind)
                .add(Long[]::new, Changes.ActivityRow::key)
                .add(Integer[]::new, Changes.ActivityRow::block)
                .add(Long[]::new, Changes.ActivityRow::mask)
                .tuple();
    }

    private static Tuple usage(Changes changes) {
        return Columns.of(changes.usage)
                .text(Changes.UsageRow::accountId)
                .add(LocalDate[]::new, Changes.UsageRow::day)
                .cast(row -> row.quantity().toPlainString())
                .tuple();
    }

    private static Tuple accounts(Changes changes) {
        return Columns.of(changes.accounts)
                .text(account -> account.row().accountId())
                .add(Integer[]::new, account -> account.row().partition())
                .text(account -> account.row().name())
                .text(account -> account.row().owner())
                .text(account -> account.row().segment())
                .text(account -> account.row().stage())
                .add(LocalDate[]::new, account -> account.row().firstDay())
                .add(LocalDate[]::new, account -> account.row().asOf())
                .cast(account -> account.row().score())
                .text(account -> account.row().band())
                .cast(account -> account.row().coverage())
                .add(Integer[]::new, account -> account.row().wau())
                .add(Double[]::new, account -> account.row().trend())
                .add(Integer[]::new, account -> account.row().daysInactive())
                .add(Long[]::new, account -> account.row().arr())
                .text(account -> account.row().arrCurrency())
                .add(LocalDate[]::new, account -> account.row().renewalOn())
                .text(account -> account.row().document())
                .text(account -> told(account, AccountSnapshot::name))
                .text(account -> told(account, AccountSnapshot::owner))
                .text(account -> told(account, AccountSnapshot::segment))
                .cast(account -> told(account, AccountSnapshot::score))
                .text(account -> told(account, snapshot -> snapshot.band().json()))
                .instant(account -> account.remembered().unsettledSince())
                .text(account -> before(account, end -> end.band().json()))
                .add(LocalDate[]::new, account -> before(account, Remembered.DayEnd::day))
                .add(Long[]::new, account -> account.remembered().outages())
                .tuple();
    }

    private static Tuple turns(Changes changes) {
        return Columns.of(changes.turns)
                .add(Integer[]::new, DayTurn::partition)
                .add(LocalDate[]::new, DayTurn::day)
                .add(Long[]::new, DayTurn::outages)
                .text(DayTurn::afterAccount)
                .add(Boolean[]::new, DayTurn::finished)
                .tuple();
    }

    /** In order, like all rows that two instances may write. */
    private static Tuple arrivals(Changes changes) {
        List<Changes.ArrivalRow> rows = changes.arrivals.stream()
                .sorted(Comparator.comparing(Changes.ArrivalRow::feed).thenComparing(Changes.ArrivalRow::minute))
                .toList();
        return Columns.of(rows)
                .text(row -> row.feed().json())
                .instant(row -> row.minute())
                .tuple();
    }

    private static Tuple late(Changes changes) {
        return Columns.of(changes.late.values())
                .text(row -> row.feed().json())
                .add(LocalDate[]::new, Changes.LateRow::day)
                .instant(row -> row.minute())
                .tuple();
    }

    private static <T> @Nullable T told(Changes.AccountState account, Function<AccountSnapshot, @Nullable T> part) {
        AccountSnapshot announced = account.remembered().announced();
        return announced == null ? null : part.apply(announced);
    }

    private static <T> @Nullable T before(Changes.AccountState account, Function<Remembered.DayEnd, T> part) {
        Remembered.DayEnd before = account.remembered().before();
        return before == null ? null : part.apply(before);
    }
}
