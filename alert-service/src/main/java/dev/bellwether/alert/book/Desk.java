package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.Handling;
import dev.bellwether.alert.policy.telling.News;
import dev.bellwether.alert.policy.telling.Progress;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where people handle alerts. What they do shows in the messages that can be edited; to do it twice changes nothing. */
@ApplicationScoped
public class Desk {

    private static final String ACCOUNT = "select account_id from alert where id = :id";

    private final Transactions transactions;
    private final Listing listing;
    private final Teller teller;
    private final AlertMetrics metrics;
    private final InstantSource clock;

    Desk(Transactions transactions, AlertSettings settings, Teller teller, AlertMetrics metrics, InstantSource clock) {
        this.transactions = transactions;
        this.listing = new Listing(settings.consoleUrl());
        this.teller = teller;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Who handles an alert.
     *
     * @param onlyOwned whether only alerts of their own accounts, and those that were told or given to them, are theirs to
     *     handle
     */
    public record Person(String email, boolean onlyOwned) {}

    /** Says that somebody is on it; nobody else is told of it then. */
    public Uni<Handled> acknowledge(UUID id, Person person) {
        return handle(id, person, (row, now) -> step(row, now, person, Handling::acknowledge));
    }

    /** Says that it is done. */
    public Uni<Handled> resolve(UUID id, Person person) {
        return handle(id, person, (row, now) -> step(row, now, person, Handling::resolve));
    }

    /** Puts it off: it is told again at that time, if it stands then. */
    public Uni<Handled> snooze(UUID id, Instant until, Person person) {
        return handle(id, person, (row, now) -> {
            if (!row.alert().state().live()) {
                return false;
            }
            row.become(row.progress().snoozed(until));
            row.snoozedBy = person.email();
            if (row.alert().state().unattended()) { // who is on it stays who is on it
                row.stateBy = person.email();
            }
            return true;
        });
    }

    /** Gives it to somebody, who is told. */
    public Uni<Handled> assign(UUID id, String to, Person person) {
        String assignee = to.toLowerCase(Locale.ROOT);
        return handle(id, person, (row, now) -> {
            if (!row.alert().state().live()) {
                return false;
            }
            if (!assignee.equals(row.assignee)) {
                row.assignee = assignee;
                row.become(row.progress().assigned());
            }
            return true;
        });
    }

    /**
     * Says what somebody thought of it, whether it is over or not; the newest word counts.
     *
     * @param at when it was said
     */
    public Uni<Handled> judge(UUID id, String verdict, Person person, Instant at) {
        List<String> kinds = new ArrayList<>();
        return open(
                        id,
                        person,
                        (session, row, account) -> Verdicts.put(session, row.id, verdict, person.email(), at)
                                .invoke(fresh -> {
                                    if (fresh) {
                                        row.verdict = verdict;
                                        row.verdictBy = person.email();
                                        kinds.add(row.kind);
                                    }
                                })
                                .call(fresh -> fresh
                                        ? teller.showVerdict(session, row)
                                        : Uni.createFrom().voidItem())
                                .map(fresh -> new Handled.Done(listing.of(row, account))))
                .invoke(() -> kinds.forEach(kind -> metrics.judged(kind, verdict)));
    }

    private static boolean step(AlertRow row, Instant now, Person person, Step step) {
        Optional<AlertState> next = step.next(row.alert().state(), person.email(), now);
        next.ifPresent(state -> {
            row.become(state);
            row.become(taken(row, person));
        });
        return next.isPresent();
    }

    /** Whoever was given it, and has not heard so yet, still hears of it when somebody else is quicker. */
    private static Progress taken(AlertRow row, Person person) {
        Progress before = row.progress();
        boolean unheard = before.news() == News.ASSIGNED
                && row.alert().state().live()
                && !person.email().equalsIgnoreCase(row.assignee);
        return unheard ? before.acknowledged().assigned() : before.acknowledged();
    }

    private interface Step {
        Optional<AlertState> next(AlertState state, String by, Instant now);
    }

    /** Changes the alert; answers whether it could be, which it cannot once it is over. */
    private interface Change {
        boolean to(AlertRow row, Instant now);
    }

    private Uni<Handled> handle(UUID id, Person person, Change change) {
        List<Teller.Told> told = new ArrayList<>();
        return open(id, person, (session, row, account) -> {
                    Instant now = clock.instant();
                    if (!change.to(row, now)) {
                        return Uni.createFrom().item(new Handled.Over(row.state));
                    }
                    row.changedAt = now;
                    return teller.tell(session, List.of(row))
                            .invoke(told::addAll)
                            .call(() -> teller.refresh(session, row))
                            .map(all -> new Handled.Done(listing.of(row, account)));
                })
                .invoke(() -> metrics.told(told)); // after the commit
    }

    private interface Work {
        Uni<Handled> on(Mutiny.Session session, AlertRow row, AccountRow account);
    }

    private Uni<Handled> open(UUID id, Person person, Work work) {
        return transactions.in(session -> session.createNativeQuery(ACCOUNT, String.class)
                .setParameter("id", id)
                .getResultList()
                .chain(accounts -> accounts.isEmpty()
                        ? Uni.createFrom().item(new Handled.NotFound())
                        : open(session, accounts.getFirst(), id, person, work)));
    }

    /** The account is the lock of its alerts: they are read when it is held. */
    private static Uni<Handled> open(Mutiny.Session session, String accountId, UUID id, Person person, Work work) {
        return session.find(AccountRow.class, accountId, LockMode.PESSIMISTIC_WRITE)
                .chain(account -> session.find(AlertRow.class, id).chain(found -> {
                    @Nullable AlertRow alert = found;
                    return alert != null && isTheirs(alert, account, person)
                            ? work.on(session, alert, account)
                            : Uni.createFrom().item(new Handled.NotFound());
                }));
    }

    private static boolean isTheirs(AlertRow alert, AccountRow account, Person person) {
        String email = person.email();
        return !person.onlyOwned()
                || email.equalsIgnoreCase(account.owner)
                || email.equalsIgnoreCase(alert.assignee)
                || email.equalsIgnoreCase(alert.toldTo)
                || alert.progress().heardBy().contains(email.toLowerCase(Locale.ROOT));
    }
}
