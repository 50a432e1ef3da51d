package dev.bellwether.renewal.watch;

import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.account.Notes;
import dev.bellwether.renewal.ledger.Booking;
import dev.bellwether.renewal.past.PastTerms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what looks found: notes, so that nothing is told twice, and what later figures are counted from. */
@ApplicationScoped
class Bookkeeping {

    private final Notes notes;
    private final PastTerms pastTerms;
    private final Booking booking;

    Bookkeeping(Notes notes, PastTerms pastTerms, Booking booking) {
        this.notes = notes;
        this.booking = booking;
        this.pastTerms = pastTerms;
    }

    /** In the caller's transaction, under the accounts' locks. */
    Uni<Void> note(Mutiny.Session session, List<Look> looks, Instant now) {
        return Multi.createFrom()
                .iterable(looks)
                .onItem()
                .transformToUniAndConcatenate(look -> notes.note(session, look))
                .onItem()
                .ignoreAsUni()
                .chain(() -> pastTerms.note(session, looks))
                .chain(() ->
                        booking.book(session, looks.stream().map(Look::account).toList(), now));
    }

    /** Leaves an account alone until then, or until an event comes. */
    Uni<Void> postpone(Mutiny.Session session, String accountId, Instant until) {
        return notes.postpone(session, accountId, until);
    }

    /** Brings the counts up to date that likelihoods are read from. */
    Uni<Void> fold(Mutiny.Session session) {
        return pastTerms.fold(session);
    }
}
