package dev.bellwether.alert.intake;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.book.Book;
import dev.bellwether.alert.book.OpenBook;
import dev.bellwether.alert.book.Teller;
import dev.bellwether.alert.policy.Decision;
import dev.bellwether.alert.policy.Policy;
import dev.bellwether.alert.policy.Reason;
import dev.bellwether.alert.silence.Silences;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.messaging.Undecidable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes events in: note them, open what they touch, decide, write alerts and due messages; all in one transaction. */
@ApplicationScoped
class Intake {

    private final Transactions transactions;
    private final Inbox inbox;
    private final Silences silences;
    private final Teller teller;
    private final Duration coolDown;
    private final InstantSource clock;

    Intake(
            Transactions transactions,
            Inbox inbox,
            Silences silences,
            Teller teller,
            AlertSettings settings,
            InstantSource clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.silences = silences;
        this.teller = teller;
        this.coolDown = settings.rhythm().coolDown();
        this.clock = clock;
    }

    /** What was decided of a batch, and what became of its news. */
    record Outcome(List<Decided> decided, List<Teller.Told> told) {}

    /** What was decided of an event. */
    record Decided(Event event, Decision decision) {}

    /**
     * Takes the events in, all or none, in their order.
     *
     * @throws Undecidable (as the failure of the result) when the fault lies in one of the events
     * @throws dev.bellwether.alert.book.Untellable (likewise) when one of them cannot be told
     */
    Uni<Outcome> take(List<Event> events) {
        return events.isEmpty()
                ? Uni.createFrom().item(new Outcome(List.of(), List.of()))
                : transactions.in(session -> take(session, events, book -> teller.tell(session, book)));
    }

    /** Takes an event in that cannot be told now: nothing is lost, and nothing else waits for it. */
    Uni<Outcome> takeUntold(Event event) {
        return transactions.in(session -> take(session, List.of(event), book -> {
            teller.postpone(book);
            return Uni.createFrom().item(List.of());
        }));
    }

    private Uni<Outcome> take(
            Mutiny.Session session, List<Event> events, Function<OpenBook, Uni<List<Teller.Told>>> telling) {
        // the accounts are locked first: whoever else brings the same events waits here, not half-way
        return Book.open(session, events)
                .chain(book -> inbox.note(session, events).chain(fresh -> {
                    List<Decided> decided = decideAll(book, events, fresh);
                    return book.save(session)
                            .chain(() -> silences.hear(session, unheard(events, fresh)))
                            .chain(() -> telling.apply(book))
                            .map(told -> new Outcome(decided, told));
                }));
    }

    /** What comes again ends no silence that somebody asked for meanwhile. */
    private static List<Event> unheard(List<Event> events, Set<String> fresh) {
        return events.stream()
                .filter(event -> event instanceof ScoreChanged || fresh.contains(event.id()))
                .toList();
    }

    private List<Decided> decideAll(OpenBook book, List<Event> events, Set<String> fresh) {
        Set<String> undecided = new HashSet<>(fresh);
        List<Decided> decided = new ArrayList<>();
        for (Event event : events) {
            boolean repeated = !(event instanceof ScoreChanged) && !undecided.remove(event.id());
            decided.add(new Decided(event, repeated ? new Decision.Ignored(Reason.REPEATED) : decide(book, event)));
        }
        return decided;
    }

    private Decision decide(OpenBook book, Event event) {
        try {
            Decision decision = Policy.decide(book.past(event), event, coolDown);
            book.write(decision, event, clock.instant());
            return decision;
        } catch (RuntimeException e) {
            throw new Undecidable("event " + event.id(), e);
        }
    }
}
