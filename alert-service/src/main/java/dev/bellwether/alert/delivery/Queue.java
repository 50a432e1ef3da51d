package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The messages that wait. Several processes may fetch from it: each message goes to one of them at a time, and of what
 * one account, or one person's digest, has for one recipient on one channel only the oldest that waits, so that order is kept.
 * Leases and turns go by the database's clock, since those of several processes differ.
 */
@ApplicationScoped
class Queue {

    private static final Logger LOG = Logger.getLogger(Queue.class);

    /** How the other side names the first message of the thread, where it does and has it. */
    private static final String OPENING = """
            select d.id, coalesce((select e.reference from delivery e
                                   where e.thread_id = d.thread_id and e.channel = d.channel and e.address = d.address
                                     and e.reference <> '' and e.id < d.id
                                   order by e.id limit 1), '')
            from delivery d where d.id in (:ids)
            """;

    private static final String OURS = """
            select exists (select 1 from delivery d
                           where d.id = :id and d.attempts = :attempt and d.status = 'due'
                             and d.leased_until >= clock_timestamp() + cast(:millis as bigint) * interval '1 millisecond')
            """;

    /** The clock was set back since. Whoever has some of them now is not waited for. */
    private static final String BRING_FORWARD = """
            update delivery set due_at = clock_timestamp()
            where id in (select d.id from delivery d
                         where d.status = 'due'
                           and d.due_at > clock_timestamp() + cast(:millis as bigint) * interval '1 millisecond'
                         order by d.id for update skip locked)
            """;

    /** Nobody sends them. */
    private static final String GIVE_UP_OFF = """
            update delivery set status = 'failed', given_up_at = :now, leased_until = null, last_error = 'the channel is off'
            where id in (select d.id from delivery d
                         where d.status = 'due' and d.queued_at < :before and d.channel in (:off)
                         order by d.id for update skip locked)
            """;

    /** Beyond the longest pause that a message may have: clocks of several processes are hardly further apart. */
    private static final Duration APART = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final AlertSettings.Worker settings;
    private final boolean mails;
    private final String queue;
    private final Duration longest;
    private final Duration giveUpAfter;
    private final AlertMetrics metrics;
    private final InstantSource clock;

    Queue(Transactions transactions, AlertSettings settings, AlertMetrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.transactions = transactions;
        this.settings = settings.worker();
        this.mails = settings.email().enabled();
        this.queue = settings.fallbackRecipient();
        this.longest = Backoff.of(settings.retry()).longestPause().plus(APART);
        this.giveUpAfter = settings.retry().giveUpAfter();
        this.clock = clock;
    }

    /**
     * Fetches what is due on a channel; each belongs to the caller until the lease ends.
     *
     * @param most no more than are sent at once, so that nothing waits while its lease runs
     * @param places of the channel, which say where to something may be sent now
     * @param onTheirWay ids of what the caller has fetched already, and has not recorded yet
     */
    Uni<List<Due>> claim(Channel channel, int most, Places places, Set<Long> onTheirWay) {
        Instant now = clock.instant();
        return transactions
                .in(session -> new Next(channel, places, now)
                        .of(session, most, onTheirWay)
                        .chain(rows ->
                                leased(session, rows, now).map(due -> new Claimed(due, rows.size() - due.size()))))
                .invoke(claimed -> {
                    for (int i = 0; i < claimed.givenUp(); i++) {
                        metrics.attempted(channel, "given-up");
                    }
                })
                .map(Claimed::due);
    }

    private record Claimed(List<Due> due, int givenUp) {}

    private static Uni<Map<Long, String>> openings(Mutiny.Session session, List<DeliveryRow> rows) {
        return session.createNativeQuery(OPENING, Object[].class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1])));
    }

    private Uni<List<Due>> leased(Mutiny.Session session, List<DeliveryRow> rows, Instant now) {
        return rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : DatabaseClock.now(session)
                        .chain(leaseBegin -> openings(session, rows)
                                .map(openings -> rows.stream()
                                        .flatMap(row -> leased(
                                                row,
                                                openings.getOrDefault(row.id, ""),
                                                now,
                                                leaseBegin.plus(settings.lease()))
                                                .stream())
                                        .toList()));
    }

    private static Optional<Due> leased(DeliveryRow row, String opening, Instant now, Instant until) {
        try {
            Instant firstTriedAt = row.lease(now, until);
            if (row.isFatal()) {
                return giveUp(
                        row, "nobody said what became of " + row.unanswered + " attempts; it may have arrived", now);
            }
            Message message = row.message(opening);
            var tries = new Due.Tries(row.attempts, row.unanswered, firstTriedAt);
            return Optional.of(new Due(Objects.requireNonNull(row.id), row.channel(), tries, row.queuedAt, message));
        } catch (IllegalStateException e) { // kept in a form that nobody reads any more; the others go on
            return giveUp(row, "the kept message is not readable", now);
        }
    }

    private static Optional<Due> giveUp(DeliveryRow row, String reason, Instant now) {
        LOG.errorf("message given up: delivery=%d channel=%s reason=%s", row.id, row.channel, reason);
        row.settle(new Outcome.Refused(reason), new Backoff.Next.GivenUp(reason), now);
        return Optional.empty();
    }

    /** Whether nobody else fetches the message for that long. */
    Uni<Boolean> isOurs(Due due, Duration forSoLong) {
        return transactions.in(session -> session.createNativeQuery(OURS, Boolean.class)
                .setParameter("id", due.id())
                .setParameter("attempt", due.tries().attempt())
                .setParameter("millis", forSoLong.toMillis())
                .getSingleResult());
    }

    /** Records what follows an attempt, unless the message has meanwhile gone to another process; answers whether it did. */
    Uni<Boolean> settle(Due due, Outcome outcome, Backoff.Next next) {
        return change(due, row -> row.settle(outcome, next, clock.instant()));
    }

    /** Has a message told by mail whose reader its channel does not know; answers whether it is. */
    Uni<Boolean> byMail(Due due) {
        return mails
                ? transactions.in(session -> InPlace.mail(session, due.id(), queue))
                : Uni.createFrom().item(false);
    }

    /** Nobody writes to a place for that long, whichever process, and after a restart as well. */
    Uni<Void> pause(Channel channel, String place, Duration pause) {
        return transactions.in(session -> Turns.pause(session, channel, place, pause));
    }

    /** Leaves a message, of which nothing was sent, to whoever comes next. */
    Uni<Boolean> putBack(Due due) {
        return change(due, DeliveryRow::putBack);
    }

    private Uni<Boolean> change(Due due, Consumer<DeliveryRow> change) {
        return transactions.in(session -> session.find(DeliveryRow.class, due.id(), LockMode.PESSIMISTIC_WRITE)
                .map(row -> {
                    boolean ours = row != null
                            && row.is(DeliveryStatus.DUE)
                            && row.leasedUntil != null // else it is recorded already
                            && row.attempts == due.tries().attempt();
                    if (ours) {
                        change.accept(row);
                    }
                    return ours;
                }));
    }

    /** Has no message wait for a time that lies further ahead than any pause is long, by the database's clock. */
    Uni<Integer> bringForward() {
        return transactions.in(session -> session.createNativeQuery(BRING_FORWARD)
                .setParameter("millis", longest.toMillis())
                .executeUpdate());
    }

    /** Gives up what has waited for a channel that is not on for as long as messages wait for any other. */
    Uni<Integer> giveUpAllBut(Set<Channel> on) {
        Instant now = clock.instant();
        List<String> off = Arrays.stream(Channel.values())
                .filter(channel -> !on.contains(channel))
                .map(Channel::label)
                .toList();
        return off.isEmpty()
                ? Uni.createFrom().item(0)
                : transactions
                        .in(session -> session.createNativeQuery(GIVE_UP_OFF)
                                .setParameter("now", now)
                                .setParameter("before", now.minus(giveUpAfter))
                                .setParameter("off", off)
                                .executeUpdate())
                        .invoke(some -> {
                            if (some > 0) {
                                LOG.errorf("messages given up, since their channel is off: %d", some);
                            }
                        });
    }

    /** How many messages were given up since then, by channel; a channel without any is left out. */
    Uni<Map<Channel, Long>> givenUp(Instant since) {
        return transactions.in(session -> session.createNamedQuery(DeliveryRow.GIVEN_UP, Object[].class)
                .setParameter("since", since)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> Channel.labelled((String) row[0]).orElseThrow(), row -> (Long) row[1]))));
    }

    /** What waits, by channel; a channel without any is left out. */
    Uni<Map<Channel, Waiting>> waiting() {
        return transactions.in(session -> session.createNamedQuery(DeliveryRow.WAITING, Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> Channel.labelled((String) row[0]).orElseThrow(),
                                row -> new Waiting((Long) row[1], (Instant) row[2])))));
    }
}
