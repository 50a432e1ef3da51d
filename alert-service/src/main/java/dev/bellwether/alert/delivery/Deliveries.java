package dev.bellwether.alert.delivery;

import dev.bellwether.alert.page.Cursor;
import dev.bellwether.alert.page.Page;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The messages for the eyes and hands of operators, newest first. */
@ApplicationScoped
public class Deliveries {

    /**
     * It is about no single alert, or its thread still stands, or ended with this very message; and it is the newest of
     * its thread, channel and reader.
     */
    private static final String STILL_TRUE = """
            (d.alert_id is null or exists (select 1 from alert a
                           where a.thread_id = d.thread_id
                             and (a.state in ('open', 'acknowledged')
                                  or (a.state = 'cleared' and a.event_id = d.event_id))))
               and not exists (select 1 from delivery e
                               where e.thread_id = d.thread_id and e.channel = d.channel
                                 and e.address = d.address
                                 and e.message_key <> d.message_key
                                 and e.id > d.id)
            """;

    private static final String IS_STILL_TRUE = "select " + STILL_TRUE + " from delivery d where d.id = :id";

    /** Messages are large: no more of them at once. */
    private static final int PAGE = 500;

    private static final String GIVEN_UP = """
            d.status = 'failed' and d.created_at >= :since and d.channel in (:channels)
            """;

    /** In the order of their ids, as whoever changes the messages of an account locks them. */
    private static final String STILL_TRUE_AND_GIVEN_UP = "select d.* from delivery d where d.id > :after and "
            + GIVEN_UP + " and " + STILL_TRUE + " order by d.id limit " + PAGE + " for update of d";

    private static final String COUNT_GIVEN_UP = "select count(*) from delivery d where " + GIVEN_UP;

    private final Transactions transactions;
    private final Couriers couriers;
    private final InstantSource clock;

    Deliveries(Transactions transactions, Couriers couriers, InstantSource clock) {
        this.transactions = transactions;
        this.couriers = couriers;
        this.clock = clock;
    }

    /** Which messages are asked for; limit 1 … 200. */
    public record Filter(
            Optional<DeliveryStatus> status, Optional<Channel> channel, int limit, Optional<Cursor> after) {}

    /** A page of those that match. */
    public Uni<Page<ListedDelivery>> page(Filter filter) {
        return transactions
                .in(session -> query(session, filter).getResultList())
                .map(rows -> rows.stream().map(ListedDelivery::of).toList())
                .map(items -> Page.of(
                        items, filter.limit(), last -> new Cursor(last.createdAt(), String.valueOf(last.id()))));
    }

    private static Mutiny.SelectionQuery<DeliveryRow> query(Mutiny.Session session, Filter filter) {
        StringBuilder hql = new StringBuilder("from DeliveryRow d where 1 = 1");
        filter.status().ifPresent(status -> hql.append(" and d.status = :status"));
        filter.channel().ifPresent(channel -> hql.append(" and d.channel = :channel"));
        filter.after().ifPresent(cursor -> hql.append(" and d.id < :id"));
        var query =
                session.createSelectionQuery(hql.append(" order by d.id desc").toString(), DeliveryRow.class);
        filter.status().ifPresent(status -> query.setParameter("status", status.label()));
        filter.channel().ifPresent(channel -> query.setParameter("channel", channel.label()));
        filter.after().ifPresent(cursor -> query.setParameter("id", Long.valueOf(cursor.id())));
        return query.setMaxResults(filter.limit() + 1);
    }

    /** What came of the wish to have a message tried again. */
    public sealed interface Retried {

        /** It is due now. */
        record Done(ListedDelivery delivery) implements Retried {}

        record NotFound() implements Retried {}

        /** It was not given up, so there is nothing to try again. */
        record NotFailed(String status) implements Retried {}

        /** What it tells is over, or something newer was told since: sent now it would be a false alarm. */
        record Outdated() implements Retried {}
    }

    /** Has a message that was given up tried again, with its patience renewed, if what it tells is still true. */
    public Uni<Retried> retry(long id) {
        return transactions
                .in(session -> session.find(DeliveryRow.class, id, LockMode.PESSIMISTIC_WRITE)
                        .chain(row -> retry(session, row)))
                .invoke(couriers::nudge);
    }

    /**
     * What became of many messages that were given up.
     *
     * @param retried are due now
     * @param outdated stay as they are, since what they tell is over or something newer was told since
     */
    public record RetriedAll(long retried, long outdated) {}

    /**
     * Has all messages that were given up tried again, as far as what they tell is still true.
     *
     * @param channel of the messages; empty: all
     * @param since when the oldest of them was made
     */
    public Uni<RetriedAll> retryAll(Optional<Channel> channel, Instant since) {
        List<String> channels = Arrays.stream(Channel.values())
                .filter(one -> channel.isEmpty() || channel.get() == one)
                .map(Channel::label)
                .toList();
        return transactions
                .in(session -> session.createNativeQuery(COUNT_GIVEN_UP, Long.class)
                        .setParameter("channels", channels)
                        .setParameter("since", since)
                        .getSingleResult())
                .chain(all -> retryAll(channels, since, 0, 0)
                        .map(retried -> new RetriedAll(retried, Math.max(0, all - retried))))
                .invoke(couriers::nudge);
    }

    /** A page in a transaction; answers how many there were in all. */
    private Uni<Long> retryAll(List<String> channels, Instant since, long after, long before) {
        return transactions
                .in(session -> session.createNativeQuery(STILL_TRUE_AND_GIVEN_UP, DeliveryRow.class)
                        .setParameter("channels", channels)
                        .setParameter("since", since)
                        .setParameter("after", after)
                        .getResultList()
                        .call(rows -> again(session, rows)))
                .chain(rows -> {
                    long retried = before + rows.size();
                    return rows.size() < PAGE
                            ? Uni.createFrom().item(retried)
                            : retryAll(channels, since, Objects.requireNonNull(rows.getLast().id), retried);
                });
    }

    private Uni<Retried> retry(Mutiny.Session session, @Nullable DeliveryRow row) {
        if (row == null) {
            return Uni.createFrom().item(new Retried.NotFound());
        }
        if (!row.is(DeliveryStatus.FAILED)) {
            return Uni.createFrom().item(new Retried.NotFailed(row.status));
        }
        return session.createNativeQuery(IS_STILL_TRUE, Boolean.class)
                .setParameter("id", row.id)
                .getSingleResult()
                .chain(stillTrue -> stillTrue
                        ? again(session, List.of(row)).replaceWith(() -> new Retried.Done(ListedDelivery.of(row)))
                        : Uni.createFrom().item(new Retried.Outdated()));
    }

    private Uni<Void> again(Mutiny.Session session, List<DeliveryRow> rows) {
        rows.forEach(row -> row.tryAgain(clock.instant()));
        Set<String> lanes = rows.stream().map(row -> row.lane).collect(Collectors.toSet());
        return session.flush().chain(() -> Lanes.hurry(session, lanes));
    }
}
