package dev.bellwether.health.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Constant;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings accounts back from the database, exactly as they were when they were last committed. */
@ApplicationScoped
public class Accounts {

    private static final String ACCOUNTS = """
            select account_id, partition, first_day, announced_name, announced_owner, announced_segment, announced_score,
                announced_band, unsettled_since, band_before, band_before_on, settled_outages
            from account where account_id = any($1)
            """;
    private static final String FACTS =
            "select account_id, event_id, type, occurred_at, data::text as data from fact where account_id = any($1)";
    private static final String FACTS_BETWEEN = """
            select event_id, type, occurred_at, data::text as data
            from fact join (
                select account_id, event_id,
                    row_number() over (partition by type order by occurred_at desc, event_id desc) as nth
                from fact where account_id = $1 and occurred_at >= $2 and occurred_at < $3) ranked
            using (account_id, event_id)
            where nth <= $4 order by occurred_at desc, event_id desc
            """;
    private static final String ACTIVITY =
            "select account_id, kind, key, block, mask from activity where account_id = any($1)";
    private static final String USAGE = "select account_id, day, quantity from usage_day where account_id = any($1)";
    private static final String FLAGS = """
            select account_id, flag_id, kind, severity, raised_on, raised_at, sentence, evidence::text as evidence
            from flag where account_id = any($1) and cleared_at is null
            """;
    private static final String UNSETTLED =
            "select account_id from account where partition = $1 and unsettled_since is not null";
    private static final String IN_ORDER = """
            select account_id from account where partition = $1 and account_id > $2 order by account_id limit $3
            """;

    // an account may have a million users, each active for years: rows must not lie in memory beside what comes of them
    private static final int ROWS_AHEAD = 2_000;
    // these have long texts
    private static final int FACTS_AHEAD = 100;

    private final Pool pool;
    private final UsageDetails details;
    private final Settings settings;
    private final StoredFlags flags;
    private final Unreadable unreadable;

    Accounts(Pool pool, UsageDetails details, Settings settings, StoredFlags flags, Unreadable unreadable) {
        this.pool = pool;
        this.details = details;
        this.unreadable = unreadable;
        this.flags = flags;
        this.settings = settings;
    }

    /** The accounts that exist, by id. */
    public Uni<Map<String, LiveAccount>> load(Collection<String> ids) {
        return Snapshots.ofOneState(pool, transaction -> load(transaction, ids));
    }

    /** The same within a transaction that sees one state of the database. */
    Uni<Map<String, LiveAccount>> load(SqlConnection transaction, Collection<String> ids) {
        Tuple parameter = Tuple.of((Object) ids.toArray(String[]::new));
        Map<String, LiveAccount> accounts = new HashMap<>();
        return Rows.each(
                        transaction,
                        ACCOUNTS,
                        parameter,
                        ROWS_AHEAD,
                        row -> accounts.put(row.getString("account_id"), account(row)))
                .chain(() -> Rows.each(transaction, FACTS, parameter, FACTS_AHEAD, of(accounts, this::learn)))
                .chain(() -> Rows.each(
                        transaction, ACTIVITY, parameter, ROWS_AHEAD, of(accounts, Accounts::restoreActivity)))
                .chain(() -> Rows.each(transaction, USAGE, parameter, ROWS_AHEAD, of(accounts, Accounts::restoreUsage)))
                .chain(() -> Rows.each(
                        transaction,
                        FLAGS,
                        parameter,
                        FACTS_AHEAD,
                        of(accounts, (account, row) -> flags.read(row).ifPresent(account.openFlags()::add))))
                .chain(() -> details.complete(transaction, accounts.values()))
                .invoke(() -> accounts.values().forEach(LiveAccount::weigh))
                .replaceWith(accounts);
    }

    /**
     * Reads who used what for those of the accounts that lack it, in addition to what they know by themselves. All that
     * they were ever drained of must be committed.
     */
    public Uni<Void> complete(Collection<LiveAccount> accounts) {
        return pool.withTransaction(transaction -> details.complete(transaction, accounts));
    }

    /** An account of which nothing is stored. */
    public LiveAccount unknown(String id, int partition) {
        return new LiveAccount(id, partition, new AccountMemory(settings));
    }

    /** Of the account's facts other than usage from (included) to (not included) so many of each type, newest first. */
    Uni<List<Changes.FactRow>> factsBetween(
            SqlConnection transaction, String id, Instant from, Instant to, int mostOfType) {
        return transaction
                .preparedQuery(FACTS_BETWEEN)
                .execute(Tuple.of(id, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), mostOfType))
                .map(rows -> {
                    List<Changes.FactRow> facts = new ArrayList<>(rows.rowCount());
                    rows.forEach(row -> facts.add(new Changes.FactRow(
                            id,
                            row.getString("event_id"),
                            row.getString("type"),
                            row.getOffsetDateTime("occurred_at").toInstant(),
                            row.getString("data"))));
                    return facts;
                });
    }

    /** Ids of the partition's accounts whose flags and announcements still wait. */
    public Uni<List<String>> unsettled(int partition) {
        return ids(UNSETTLED, Tuple.of(partition));
    }

    /** The next accounts of a partition in order of ids. */
    public Uni<List<String>> inOrder(int partition, String after, int limit) {
        return ids(IN_ORDER, Tuple.of(partition, after, limit));
    }

    private Uni<List<String>> ids(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<String> ids = new ArrayList<>(rows.rowCount());
            rows.forEach(row -> ids.add(row.getString(0)));
            return ids;
        });
    }

    /** Rows of accounts that are not there (yet) are passed over: the account's own row is written in the same commit. */
    private static Consumer<Row> of(Map<String, LiveAccount> accounts, BiConsumer<LiveAccount, Row> consumer) {
        return row -> {
            LiveAccount account = accounts.get(row.getString("account_id"));
            if (account != null) {
                consumer.accept(account, row);
            }
        };
    }

    private LiveAccount account(Row row) {
        AccountMemory memory = new AccountMemory(settings);
        memory.sawFactOn(row.getLocalDate("first_day").toEpochDay());
        var account = new LiveAccount(row.getString("account_id"), row.getInteger("partition"), memory);
        account.restore(remembered(row));
        return account;
    }

    private static Remembered remembered(Row row) {
        OffsetDateTime unsettled = row.getOffsetDateTime("unsettled_since");
        LocalDate before = row.getLocalDate("band_before_on");
        return new Remembered(
                announced(row),
                row.getLong("settled_outages"),
                unsettled == null ? null : unsettled.toInstant(),
                before == null ? null : new Remembered.DayEnd(before, band(row.getString("band_before"))));
    }

    /** A word that a later version wrote is as good as none. */
    private static Band band(String word) {
        return Constant.named(Band.values(), word).orElse(Band.UNKNOWN);
    }

    private static @Nullable AccountSnapshot announced(Row row) {
        String name = row.getString("announced_name");
        return name == null
                ? null
                : new AccountSnapshot(
                        name,
                        row.getString("announced_owner"),
                        row.getString("announced_segment"),
                        row.getBigDecimal("announced_score"),
                        band(row.getString("announced_band")));
    }

    /** A fact that can no longer be read is passed over: what an account lacks by it is less than what all lack otherwise. */
    private void learn(LiveAccount account, Row row) {
        Envelope envelope = new Envelope(
                row.getString("event_id"),
                Changes.FactRow.SOURCE,
                row.getString("type"),
                row.getString("account_id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("data").getBytes(UTF_8));
        switch (Codec.readFact(envelope)) {
            case Reading.Understood<Fact>(Fact fact) -> account.memory().learn(fact);
            case Reading.Refused<Fact>(List<Problem> problems) -> unreadable.fact(envelope, problems);
        }
    }

    private static void restoreActivity(LiveAccount account, Row row) {
        AccountMemory memory = account.memory();
        var activity = row.getString("kind").equals("U") ? memory.users() : memory.features();
        activity.load(row.getLong("key"), row.getInteger("block"), row.getLong("mask"));
    }

    private static void restoreUsage(LiveAccount account, Row row) {
        LocalDate day = row.getLocalDate("day");
        account.memory().volumes().load(day.toEpochDay(), row.getBigDecimal("quantity"));
    }
}
