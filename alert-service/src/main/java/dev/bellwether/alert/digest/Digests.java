package dev.bellwether.alert.digest;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.book.Changes;
import dev.bellwether.alert.book.Orders;
import dev.bellwether.alert.book.Times;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.delivery.Telling;
import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.people.Schedule;
import dev.bellwether.alert.policy.telling.Circumstances;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.messaging.InTurn;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Makes the digests when their hour has come: of each person, period and day exactly one, and none about nothing. */
@ApplicationScoped
public class Digests {

    /** Whose accounts they are, whoever was given an alert, and whoever is told of one by the digest alone. */
    private static final String READERS = """
            select reader from account where reader is not null
            union select lower(assignee) from alert
            where assignee is not null and (state in ('open', 'acknowledged') or changed_at >= :since)
            union select told_to from alert where held in ('budget', 'digest-route') and told_to is not null
            """;

    /** A transaction that changed something a moment ago may not have committed yet: the next digest tells it. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** A day's digest does not repeat what the week's told; the week's holds what the days' told. */
    private static final String LAST = """
            select until from digest
            where person = :person and (period = :period or cast(:period as text) = 'daily')
            order by until desc limit 1
            """;

    /** Whoever inserts the row makes the digest; the row commits with its message. */
    private static final String CLAIM = """
            insert into digest (person, period, day, until, at) values (:person, :period, :day, :until, :now)
            on conflict (person, period, day) do nothing
            """;

    private static final Logger LOG = Logger.getLogger(Digests.class);

    private final Transactions transactions;
    private final Orders orders;
    private final Couriers couriers;
    private final AlertMetrics metrics;
    private final InstantSource clock;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    Digests(Transactions transactions, Orders orders, Couriers couriers, AlertMetrics metrics, InstantSource clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.couriers = couriers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Looks whose hour has come. */
    @Scheduled(every = "${bellwether.alert.digest-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        Instant now = clock.instant();
        return transactions
                .in(session -> orders.load(session, now)
                        .chain(wishes -> readers(session, wishes.people(), now)
                                .map(emails -> maintained(wishes, now)
                                        ? List.<Due>of()
                                        : emails.stream()
                                                .flatMap(email ->
                                                        due(wishes.people().of(email), now).stream())
                                                .toList())))
                .chain(this::make);
    }

    private record Due(Person person, Digest.Period period, LocalDate day) {

        Instant hour() {
            return day.atTime(person.digest().at())
                    .atZone(person.calendar().zone())
                    .toInstant();
        }
    }

    private static boolean maintained(Circumstances wishes, Instant now) {
        return wishes.silences().stream()
                .anyMatch(silence -> silence.target().everything()
                        && !now.isBefore(silence.from())
                        && silence.until().map(now::isBefore).orElse(true));
    }

    /** Whoever may get one. */
    static Uni<Set<String>> readers(Mutiny.Session session, People people, Instant now) {
        return session.createNativeQuery(READERS, String.class)
                .setParameter("since", now.minus(span(Digest.Period.WEEKLY)))
                .getResultList()
                .map(readers -> {
                    Set<String> all = new TreeSet<>(people.byEmail().keySet());
                    all.addAll(readers);
                    all.add(people.queue().toLowerCase(Locale.ROOT));
                    return all;
                });
    }

    private static List<Due> due(Person person, Instant now) {
        Optional<Due> weekly = Schedule.weekly(person, now).map(day -> new Due(person, Digest.Period.WEEKLY, day));
        // the week's digest holds the day's
        return weekly.or(() -> Schedule.daily(person, now).map(day -> new Due(person, Digest.Period.DAILY, day)))
                .map(List::of)
                .orElse(List.of());
    }

    /** One that cannot be made is tried again with the next look, and stops no other. */
    private Uni<Void> make(List<Due> all) {
        return InTurn.each(
                all,
                due -> transactions
                        .in(session -> make(session, due))
                        .invoke(told -> {
                            if (told) {
                                metrics.digest(due.period());
                                couriers.nudge();
                            }
                        })
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithUni(failure -> complained(due, failure)));
    }

    private Uni<Void> complained(Due due, Throwable failure) {
        if (complained.add(due.person().email())) { // the same failure again is not logged again
            LOG.errorf(
                    failure,
                    "a digest cannot be made and is tried again: person=%s",
                    due.person().email());
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Boolean> make(Mutiny.Session session, Due due) {
        Instant now = clock.instant();
        return last(session, due.person(), due.period()).chain(last -> {
            // whoever had none yet hears at the next hour of what came after this one, and not at once
            Instant until = earlier(last.isPresent() ? now : due.hour(), now.minus(SETTLED));
            Instant from = last.orElseGet(() -> until.minus(span(due.period())));
            return session.createNativeQuery(CLAIM)
                    .setParameter("person", due.person().email())
                    .setParameter("period", label(due.period()))
                    .setParameter("day", due.day())
                    .setParameter("until", until)
                    .setParameter("now", now)
                    .executeUpdate()
                    .chain(claimed -> claimed == 0
                            ? Uni.createFrom().item(false)
                            : of(session, due, from, until).chain(digest -> queue(session, due.person(), digest, now)));
        });
    }

    private static Uni<Optional<Instant>> last(Mutiny.Session session, Person person, Digest.Period period) {
        return session.createNativeQuery(LAST, Object.class)
                .setParameter("person", person.email())
                .setParameter("period", label(period))
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(Times::instant));
    }

    private static Duration span(Digest.Period period) {
        return Duration.ofDays(period == Digest.Period.DAILY ? 1 : 7);
    }

    private Uni<Digest> of(Mutiny.Session session, Due due, Instant from, Instant until) {
        // what a day's digest told is not told each day; a week's is the reminder of it
        var span = new Changes.Span(from, until, due.period() == Digest.Period.WEEKLY);
        return Changes.of(session, due.person().email(), orders.queue(), span)
                .map(changes -> new Digest(
                        due.period(),
                        due.day(),
                        due.person().calendar().zone(),
                        from,
                        until,
                        changes.entries(),
                        changes.more()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Uni<Boolean> queue(Mutiny.Session session, Person person, Digest digest, Instant now) {
        if (digest.entries().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        Telling telling = Telling.ofPerson(UUID.randomUUID(), person.email(), now);
        Recipient own = new Recipient(person.email(), person.slackId(), Optional.empty());
        return Threads.load(session, List.of())
                .invoke(threads -> couriers.to(person, Set.of())
                        .forEach(channel -> threads.tell(
                                telling,
                                channel,
                                couriers.addressed(channel, own),
                                "you own accounts, were given alerts, or asked for it",
                                digest)))
                .chain(threads -> threads.save(session))
                .replaceWith(true);
    }

    /** What the next daily digest of a person would hold if it were made now. */
    public Uni<Digest> preview(String email) {
        Instant now = clock.instant();
        return transactions.in(session -> orders.people(session).chain(people -> {
            Person person = people.of(email);
            LocalDate day = now.atZone(person.calendar().zone()).toLocalDate();
            return last(session, person, Digest.Period.DAILY)
                    .map(last -> last.orElseGet(() -> now.minus(span(Digest.Period.DAILY))))
                    .chain(from -> of(session, new Due(person, Digest.Period.DAILY, day), from, now));
        }));
    }

    private static String label(Digest.Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }
}
