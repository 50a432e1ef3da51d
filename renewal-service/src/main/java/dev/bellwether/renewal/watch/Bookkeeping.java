package dev.bellwether.renewal.watch;

import dev.bellwether.messaging.Undecidable;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.account.Notes;
import dev.bellwether.renewal.calendar.CalendarBook;
import dev.bellwether.renewal.ledger.Booking;
import dev.bellwether.renewal.past.PastTerms;
import dev.bellwether.renewal.past.Prospects;
import dev.bellwether.renewal.stake.Reckoner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what looks found: notes, so that nothing is told twice, and what later figures are counted from. */
@ApplicationScoped
class Bookkeeping {

    private final Notes notes;
    private final PastTerms pastTerms;
    private final Booking booking;
    private final Prospects prospects;
    private final CalendarBook calendar;

    Bookkeeping(Notes notes, PastTerms pastTerms, Booking booking, Prospects prospects, CalendarBook calendar) {
        this.notes = notes;
        this.booking = booking;
        this.pastTerms = pastTerms;
        this.prospects = prospects;
        this.calendar = calendar;
    }

    /** Reckons what is at stake, by all that has ended so far. */
    Uni<Reckoner> reckoner(Mutiny.Session session) {
        return prospects.reckoner(session);
    }

    /** In the caller's transaction, under the accounts' locks. */
    Uni<Void> note(Mutiny.Session session, List<Look> looks, Reckoner reckoner, Instant now) {
        List<Account> accounts = looks.stream().map(Look::account).toList();
        return notes.note(session, looks, reckoner, now)
                .chain(() -> calendar.write(session, looks, now))
                .chain(() -> pastTerms.note(session, looks))
                .chain(() -> booking.book(session, accounts, now))
                .onFailure(Bookkeeping::liesInTheDays)
                .transform(failure -> new Undecidable("an account of these", (RuntimeException) failure));
    }

    /** What comes of days and sums alone comes again with every attempt. */
    private static boolean liesInTheDays(Throwable failure) {
        return failure instanceof DateTimeException || failure instanceof ArithmeticException;
    }

    /** Leaves an account alone until then, or until an event comes. */
    Uni<Void> postpone(Mutiny.Session session, String accountId, Instant until) {
        return notes.postpone(session, accountId, until);
    }

    /** Brings the counts up to date that likelihoods are read from, and forgets what no calendar tells any more. */
    Uni<Void> close(Mutiny.Session session, Instant now) {
        return pastTerms.fold(session).chain(() -> calendar.forget(session, now));
    }
}
