package dev.bellwether.health.store;

import dev.bellwether.health.score.feed.Outages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an account's past is told from, each time all of it from one state of the database. */
@ApplicationScoped
public class Snapshots {

    /** Has all queries of a transaction see the same: a commit in between would tear apart what they find. */
    public static final String AS_OF_NOW = "set transaction isolation level repeatable read, read only";

    private final Pool pool;
    private final Accounts accounts;
    private final OutageLog outages;
    private final FlagLog flags;

    Snapshots(Pool pool, Accounts accounts, OutageLog outages, FlagLog flags) {
        this.pool = pool;
        this.accounts = accounts;
        this.outages = outages;
        this.flags = flags;
    }

    /**
     * An account.
     *
     * @param account empty when there is none
     * @param more what else was asked for
     */
    public record Snapshot<T>(Optional<LiveAccount> account, Outages outages, T more) {}

    /** The account alone. */
    public Uni<Snapshot<List<Void>>> of(String id) {
        return with(id, transaction -> Uni.createFrom().item(List.of()));
    }

    /** The account, and its flags that were open at the end of the time before an instant, as they had been told by then. */
    public Uni<Snapshot<List<FlagRow>>> withFlagsBefore(String id, Instant end) {
        return with(id, transaction -> flags.openBefore(transaction, id, end));
    }

    /**
     * The account, and its facts other than usage that occurred from (included) to (not included), newest first.
     *
     * @param mostOfType of each type only so many, the newest: there may be any number, with long texts
     */
    public Uni<Snapshot<List<Changes.FactRow>>> withFactsBetween(String id, Instant from, Instant to, int mostOfType) {
        return with(id, transaction -> accounts.factsBetween(transaction, id, from, to, mostOfType));
    }

    private <T> Uni<Snapshot<T>> with(String id, Function<SqlConnection, Uni<T>> more) {
        return ofOneState(
                pool,
                transaction -> outages.all(transaction)
                        .chain(silent -> accounts.load(transaction, List.of(id))
                                .chain((Map<String, LiveAccount> found) -> more.apply(transaction)
                                        .map(rest ->
                                                new Snapshot<>(Optional.ofNullable(found.get(id)), silent, rest)))));
    }

    /** Reads, all of which see the same. */
    static <T> Uni<T> ofOneState(Pool pool, Function<SqlConnection, Uni<T>> reads) {
        return pool.withTransaction(
                transaction -> transaction.query(AS_OF_NOW).execute().chain(() -> reads.apply(transaction)));
    }
}
