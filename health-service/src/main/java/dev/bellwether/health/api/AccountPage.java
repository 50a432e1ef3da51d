package dev.bellwether.health.api;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * One account, as it is committed or as it was; {@code confinedTo} is always the owner whose accounts alone may be
 * seen.
 */
@ApplicationScoped
class AccountPage {

    // both ends are in it
    private static final int USUAL_HISTORY = 90 - 1;
    private static final int USUAL_DIFFERENCE = 7;

    private final OneState state;
    private final AccountPast past;
    private final Views views;
    private final InstantSource clock;

    AccountPage(OneState state, AccountPast past, Views views, InstantSource clock) {
        this.state = state;
        this.past = past;
        this.views = views;
        this.clock = clock;
    }

    /** As last committed. */
    Uni<AccountAnswer> now(String id, Optional<String> confinedTo) {
        return state.read(session -> document(session, id, confinedTo)
                .chain(account -> openFlags(session, id)
                        .map(flags -> AccountAnswer.of(views.read(account.json), FlagView.of(flags, views)))));
    }

    /** As of the end of a day: worked out from the facts that had occurred by then, and nothing later. */
    Uni<AccountAnswer> asOf(String id, LocalDate day, Optional<String> confinedTo) {
        past.checked("asOf", day, clock.instant());
        return allowed(id, confinedTo).chain(() -> past.on(id, day));
    }

    /** Every day of a range; the last 90 when none is given. */
    Uni<HistoryAnswer> history(
            String id, @Nullable LocalDate from, @Nullable LocalDate to, Optional<String> confinedTo) {
        AccountPast.Range range = past.range(from, to, USUAL_HISTORY, clock.instant());
        return allowed(id, confinedTo).chain(() -> past.history(id, range));
    }

    /** What changed between the ends of two days; the last 7 when none are given. */
    Uni<WhyAnswer> why(String id, @Nullable LocalDate from, @Nullable LocalDate to, Optional<String> confinedTo) {
        AccountPast.Range range = past.range(from, to, USUAL_DIFFERENCE, clock.instant());
        return allowed(id, confinedTo).chain(() -> past.why(id, range));
    }

    private Uni<AccountDocument> allowed(String id, Optional<String> confinedTo) {
        return state.read(session -> document(session, id, confinedTo));
    }

    private static Uni<AccountDocument> document(Mutiny.Session session, String id, Optional<String> confinedTo) {
        Texts.storable("id", id);
        return session.find(AccountDocument.class, id).invoke(account -> {
            // an account of somebody else is answered like one that does not exist
            if (account == null
                    || confinedTo
                            .filter(me -> !me.equalsIgnoreCase(account.owner))
                            .isPresent()) {
                throw Refusal.notFound("account " + id);
            }
        });
    }

    private static Uni<List<FlagLine>> openFlags(Mutiny.Session session, String id) {
        return session.createQuery(
                        "from FlagLine f where f.accountId = :id and f.clearedAt is null order by f.raisedAt",
                        FlagLine.class)
                .setParameter("id", id)
                .getResultList();
    }
}
