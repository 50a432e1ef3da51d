package dev.bellwether.renewal.watch;

import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.messaging.Undecidable;
import dev.bellwether.messaging.outbox.Outbox;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Accounts;
import dev.bellwether.renewal.account.Learning;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.account.Word;
import dev.bellwether.renewal.churn.DecidedTerms;
import dev.bellwether.renewal.term.Notice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks at accounts when an event or a day asks for it: load, decide, note and announce. Everything happens in the
 * caller's transaction, so that what is noted is announced and nothing else.
 */
@ApplicationScoped
public class Watch {

    private final Learning learning;
    private final Accounts accounts;
    private final Bookkeeping books;
    private final Outbox outbox;
    private final RenewalSettings settings;

    Watch(Learning learning, Accounts accounts, Bookkeeping books, Outbox outbox, RenewalSettings settings) {
        this.learning = learning;
        this.accounts = accounts;
        this.books = books;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Takes words in, in their order, and looks at the accounts for which they mean something. */
    public Uni<List<Look>> take(Mutiny.Session session, List<Word> words, Instant now) {
        return learning.learn(session, words, now)
                .chain(ids -> accounts.load(session, ids))
                .chain(found -> lookAll(session, found, now));
    }

    /** Looks at the accounts that are due longest and that nobody else looks at. */
    Uni<List<Look>> lookAtNext(Mutiny.Session session, Instant now, int limit) {
        return accounts.lockNext(session, now, limit).chain(found -> lookAll(session, found, now));
    }

    /** Looks at those of the accounts that are still due. */
    Uni<List<Look>> lookAtDue(Mutiny.Session session, Collection<String> ids, Instant now) {
        return accounts.lockDue(session, ids, now).chain(found -> lookAll(session, found, now));
    }

    /** Ids of accounts that are due for a look, the longest due first; locks nothing. */
    Uni<List<String>> due(Mutiny.Session session, Instant now, int limit) {
        return accounts.due(session, now, limit);
    }

    /** Leaves an account alone until then, or until an event comes. */
    Uni<Void> postpone(Mutiny.Session session, String accountId, Instant until) {
        return books.postpone(session, accountId, until);
    }

    /** What no account has to wait for. */
    Uni<Void> closeBooks(Mutiny.Session session, Instant now) {
        return books.close(session, now);
    }

    private Uni<List<Look>> lookAll(Mutiny.Session session, List<Account> found, Instant now) {
        List<Look> looks = found.stream().map(account -> look(account, now)).toList();
        return books.reckoner(session)
                .chain(reckoner -> books.note(session, looks, reckoner, now)
                        .chain(() -> DecidedTerms.of(session, reminded(looks)))
                        .chain(decided -> outbox.add(
                                session,
                                told(
                                        looks,
                                        new Announcements(
                                                reckoner.likelihoods(),
                                                decided,
                                                settings.manager().orElse(null),
                                                now)))))
                .replaceWith(looks);
    }

    /** The accounts with a decision date that came near. */
    private static List<String> reminded(List<Look> looks) {
        return looks.stream()
                .filter(look -> look.review().notices().stream().anyMatch(Notice.Due.class::isInstance))
                .map(look -> look.account().id())
                .toList();
    }

    private static List<RenewalEvent> told(List<Look> looks, Announcements announcements) {
        return looks.stream().flatMap(look -> announcements.of(look).stream()).toList();
    }

    private Look look(Account account, Instant now) {
        try {
            return Look.at(account, now, settings.zone(), (int) settings.news().toDays());
        } catch (RuntimeException e) {
            throw new Undecidable("account " + account.id(), e);
        }
    }
}
