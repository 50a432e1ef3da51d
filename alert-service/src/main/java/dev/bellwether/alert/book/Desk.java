package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.Handling;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where people handle alerts. */
@ApplicationScoped
public class Desk {

    private final Transactions transactions;
    private final Listing listing;
    private final InstantSource clock;

    Desk(Transactions transactions, AlertSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.listing = new Listing(settings.consoleUrl());
        this.clock = clock;
    }

    /**
     * Who handles an alert.
     *
     * @param onlyOwned whether only alerts of their own accounts are theirs to handle
     */
    public record Person(String email, boolean onlyOwned) {}

    /** Says that somebody is on it. */
    public Uni<Handled> acknowledge(UUID id, Person person) {
        return handle(id, person, Handling::acknowledge);
    }

    /** Says that it is done. */
    public Uni<Handled> resolve(UUID id, Person person) {
        return handle(id, person, Handling::resolve);
    }

    private interface Step {
        Optional<AlertState> next(AlertState state, String by, Instant now);
    }

    private Uni<Handled> handle(UUID id, Person person, Step step) {
        return transactions.in(session -> session.find(AlertRow.class, id).chain(found -> {
            @Nullable AlertRow alert = found;
            return alert == null
                    ? Uni.createFrom().item(new Handled.NotFound())
                    : underLock(session, alert).map(account -> handle(alert, account, person, step));
        }));
    }

    /** The account is the lock of its alerts; what the alert became while waiting for it is read again. */
    private static Uni<AccountRow> underLock(Mutiny.Session session, AlertRow alert) {
        return session.find(AccountRow.class, alert.accountId, LockMode.PESSIMISTIC_WRITE)
                .call(() -> session.refresh(alert));
    }

    private Handled handle(AlertRow alert, AccountRow account, Person person, Step step) {
        if (person.onlyOwned() && !person.email().equalsIgnoreCase(account.owner)) {
            return new Handled.NotFound();
        }
        return step.next(alert.alert().state(), person.email(), clock.instant())
                .<Handled>map(next -> {
                    alert.become(next);
                    return new Handled.Done(listing.of(alert, account));
                })
                .orElseGet(() -> new Handled.Over(alert.state));
    }
}
