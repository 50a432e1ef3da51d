package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.delivery.Summaries;
import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.telling.Circumstances;
import dev.bellwether.alert.policy.telling.Judged;
import dev.bellwether.alert.policy.telling.Plan;
import dev.bellwether.alert.policy.telling.Verdict;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what there is to tell, or notes why it is not told and when that is decided again. Whoever calls holds the locks
 * of the accounts; the messages commit with what they tell.
 */
@ApplicationScoped
public class Teller {

    private static final String ACCOUNTS = "from AccountRow c where c.id in :ids";

    private static final Logger LOG = Logger.getLogger(Teller.class);

    private final Orders orders;
    private final Couriers couriers;
    private final AlertMetrics metrics;
    private final InstantSource clock;
    private final Set<UUID> complained = ConcurrentHashMap.newKeySet();

    Teller(Orders orders, Couriers couriers, AlertMetrics metrics, InstantSource clock) {
        this.orders = orders;
        this.couriers = couriers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What became of one alert's news.
     *
     * @param escalation whether the next in line was told, since nobody acknowledged it
     */
    public record Told(String kind, String severity, Verdict verdict, boolean escalation) {}

    /**
     * Tells what was decided in this transaction.
     *
     * @throws Untellable (as the failure of the result) when some of it, or a setting, makes no sense
     */
    public Uni<List<Told>> tell(Mutiny.Session session, OpenBook book) {
        return marked(Uni.createFrom()
                .deferred(() -> endInSummaries(session, book.changed())
                        .chain(() -> tell(session, book.changed()))
                        .call(() -> refreshAll(session, book.left()))));
    }

    /** Leaves what was decided in this transaction to be told later, each account by itself. */
    public void postpone(OpenBook book) {
        Instant now = clock.instant();
        book.changed().stream()
                .filter(row -> Newsstand.hasNews(row, now))
                .forEach(row -> row.lookAt = now.plus(Lookout.POSTPONED));
    }

    /** What our own reckoning says is distinguished from what the database says, which may pass. */
    private static <T> Uni<T> marked(Uni<T> told) {
        return told.onFailure(failure -> failure instanceof IllegalStateException
                        || failure instanceof IllegalArgumentException
                        || failure instanceof DateTimeException
                        || failure instanceof ArithmeticException
                        || failure instanceof NullPointerException)
                .transform(Untellable::new);
    }

    /** Whoever was told of them in a summary sees there that they are over. */
    private Uni<Void> endInSummaries(Mutiny.Session session, Collection<AlertRow> rows) {
        Map<UUID, Map<Matter, Entry>> ended = new LinkedHashMap<>();
        for (AlertRow row : rows) {
            @Nullable UUID summary = row.summaryId;
            if (summary != null && !row.alert().state().live() && row.readable()) {
                ended.computeIfAbsent(summary, unknown -> new LinkedHashMap<>())
                        .put(row.matter(), Newsstand.ended(row));
                row.summaryId = null;
            }
        }
        return Threads.ofMany(session, ended.keySet())
                .invoke(threads -> {
                    var summaries = new Summaries(threads, couriers::edits, clock.instant());
                    ended.forEach(summaries::end);
                })
                .chain(threads -> threads.save(session));
    }

    /** Whoever was told of them sees that something newer took their place. */
    private Uni<Void> refreshAll(Mutiny.Session session, Collection<AlertRow> rows) {
        List<AlertRow> told = rows.stream().filter(row -> row.toldAt != null).toList();
        return InTurn.each(told, row -> refresh(session, row));
    }

    /**
     * Tells what is due of these alerts.
     *
     * @throws Untellable (as the failure of the result) when some of it, or a setting, makes no sense
     */
    Uni<List<Told>> tell(Mutiny.Session session, Collection<AlertRow> rows) {
        return marked(Uni.createFrom().deferred(() -> tellDue(session, rows)));
    }

    private Uni<List<Told>> tellDue(Mutiny.Session session, Collection<AlertRow> rows) {
        Instant now = clock.instant();
        Map<Boolean, List<AlertRow>> readable = rows.stream()
                .filter(row -> Newsstand.hasNews(row, now))
                .collect(Collectors.partitioningBy(AlertRow::readable));
        readable.getOrDefault(false, List.of()).forEach(row -> putOff(row, now));
        List<AlertRow> due = readable.getOrDefault(true, List.of());
        return due.isEmpty()
                ? Uni.createFrom().item(List.of())
                : orders.load(session, now)
                        .chain(wishes ->
                                newsstand(session, due, wishes, now).chain(stand -> tell(session, stand, wishes, now)));
    }

    /** What is not read any more is tried again, since a later version may read it; whatever else is due is told. */
    private void putOff(AlertRow row, Instant now) {
        row.lookAt = now.plus(Lookout.POSTPONED);
        metrics.untellable();
        if (complained.add(row.id)) { // the same failure again is not logged again
            LOG.errorf("an alert is not read any more and is tried again every five minutes: alert=%s", row.id);
        }
    }

    private Uni<Newsstand> newsstand(Mutiny.Session session, List<AlertRow> due, Circumstances wishes, Instant now) {
        Set<String> accounts = due.stream().map(row -> row.accountId).collect(Collectors.toSet());
        Set<UUID> threads = due.stream().map(row -> row.threadId).collect(Collectors.toSet());
        return session.createNamedQuery(AlertRow.RELATED, AlertRow.class)
                .setParameter("accounts", accounts)
                .setParameter("since", now.minus(wishes.rhythm().groupWithin()))
                .setParameter("threads", threads)
                .getResultList()
                .chain(related -> session.createSelectionQuery(ACCOUNTS, AccountRow.class)
                        .setParameter("ids", accounts)
                        .getResultList()
                        .map(found -> new Newsstand(due, related, found, Optional.of(wishes.rhythm()), now)));
    }

    private Uni<List<Told>> tell(Mutiny.Session session, Newsstand stand, Circumstances wishes, Instant now) {
        List<Judged> judged = Judged.all(stand.cases(), wishes, now);
        List<Person> people =
                judged.stream().flatMap(one -> one.person().stream()).toList();
        Memory memory = new Memory(session, now);
        return memory.usage(people, wishes.rhythm().groupWithin())
                .map(usage -> Plan.of(judged, wishes, usage, now))
                .call(plan -> memory.note(plan.parcels()))
                .call(plan -> post(session, stand, plan))
                .map(stand::told);
    }

    private Uni<Void> post(Mutiny.Session session, Newsstand stand, Plan plan) {
        stand.settle(plan);
        return Threads.load(session, stand.threads())
                .invoke(threads -> new PostOffice(stand, threads, couriers).post(plan))
                .chain(threads -> threads.save(session));
    }

    /** Shows the alert as it stands now wherever its message can be edited; what waits of one that is over is withdrawn. */
    Uni<Void> refresh(Mutiny.Session session, AlertRow row) {
        return endInSummaries(session, List.of(row)).chain(() -> edit(session, row, office -> office.refresh(row)));
    }

    /** Shows what somebody thought of it; whatever waits goes on. */
    Uni<Void> showVerdict(Mutiny.Session session, AlertRow row) {
        return edit(session, row, office -> office.show(row));
    }

    private Uni<Void> edit(Mutiny.Session session, AlertRow row, Consumer<PostOffice> edit) {
        Instant now = clock.instant();
        return session.createNamedQuery(AlertRow.RELATED, AlertRow.class)
                .setParameter("accounts", Set.of(row.accountId))
                .setParameter("since", now)
                .setParameter("threads", Set.of(row.threadId))
                .getResultList()
                .map(related -> new Newsstand(List.of(), related, List.of(), Optional.empty(), now))
                .chain(stand -> Threads.load(session, Set.of(row.threadId))
                        .invoke(threads -> edit.accept(new PostOffice(stand, threads, couriers)))
                        .chain(threads -> threads.save(session)));
    }
}
