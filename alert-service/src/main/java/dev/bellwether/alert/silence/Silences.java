package dev.bellwether.alert.silence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.page.Cursor;
import dev.bellwether.alert.page.Page;
import dev.bellwether.alert.policy.Silence;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The silences: asked for, ended, and ended by what happens. What they held back is decided again at once. */
@ApplicationScoped
public class Silences {

    private static final String DECIDE_AGAIN = """
            update alert set look_at = :now where held in ('silenced', 'maintenance')
            """;
    private static final String ENDED_BY_CLEARING = """
            update silence set ended_at = :now
            where ended_at is null and ends_when = 'cleared' and account = :account and ends_kind = :kind and begins < :at
            """;
    private static final String ENDED_BY_RECOVERY = """
            update silence set ended_at = :now
            where ended_at is null and ends_when = 'recovered' and account = :account and begins < :at
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    Silences(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of the wish to end a silence. */
    public enum Ending {
        ENDED,
        NOT_FOUND,
        NOT_YOURS
    }

    /**
     * A page of those that run or are to begin, the newest first.
     *
     * @param limit 1 … 200
     */
    public Uni<Page<ListedSilence>> running(int limit, Optional<Cursor> after) {
        Instant now = clock.instant();
        return transactions
                .in(session -> SilenceRow.page(session, now, limit, after))
                .map(rows -> Page.of(rows, limit, last -> new Cursor(last.createdAt, last.id.toString()))
                        .map(ListedSilence::of));
    }

    /**
     * Begins a silence.
     *
     * @param allowed whether who asks may ask for this one; a silence that is not allowed is not begun
     * @throws dev.bellwether.alert.document.Faulty when the document has faults
     */
    public Uni<ListedSilence> begin(JsonNode document, String by, Predicate<Silence> allowed) {
        Silence silence = SilenceDocument.read(document, by, clock.instant());
        if (!allowed.test(silence)) {
            throw new NotAllowed();
        }
        SilenceRow row = SilenceRow.of(silence, clock.instant());
        return transactions.in(session -> session.persist(row)).replaceWith(() -> ListedSilence.of(row));
    }

    /** Thrown when somebody asks for a silence that is not theirs to ask for. */
    public static final class NotAllowed extends RuntimeException {}

    /** Ends a silence before its time. */
    public Uni<Ending> end(UUID id, String by, boolean any) {
        return transactions.in(session -> session.find(SilenceRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .chain(found -> {
                    @Nullable SilenceRow row = found;
                    if (row == null) {
                        return Uni.createFrom().item(Ending.NOT_FOUND);
                    }
                    if (!any && !row.by.equalsIgnoreCase(by)) {
                        return Uni.createFrom().item(Ending.NOT_YOURS);
                    }
                    row.endedAt = row.endedAt == null ? clock.instant() : row.endedAt;
                    return decideAgain(session).replaceWith(Ending.ENDED);
                }));
    }

    private Uni<Void> decideAgain(Mutiny.Session session) {
        return session.createNativeQuery(DECIDE_AGAIN)
                .setParameter("now", clock.instant())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Ends what these events end, in their transaction; what happened before a silence began does not end it. */
    public Uni<Void> hear(Mutiny.Session session, List<? extends Event> events) {
        AtomicInteger ended = new AtomicInteger();
        return InTurn.each(events, event -> hear(session, event).invoke(ended::addAndGet))
                .chain(() -> ended.get() == 0 ? Uni.createFrom().voidItem() : decideAgain(session));
    }

    private Uni<Integer> hear(Mutiny.Session session, Event event) {
        if (event instanceof FlagCleared cleared) {
            return session.createNativeQuery(ENDED_BY_CLEARING)
                    .setParameter("now", clock.instant())
                    .setParameter("account", event.accountId())
                    .setParameter("at", event.occurredAt())
                    .setParameter("kind", cleared.flag().kind().json())
                    .executeUpdate();
        }
        boolean recovered =
                event instanceof ScoreChanged score && score.account().band() == Band.GREEN;
        return recovered
                ? session.createNativeQuery(ENDED_BY_RECOVERY)
                        .setParameter("now", clock.instant())
                        .setParameter("account", event.accountId())
                        .setParameter("at", event.occurredAt())
                        .executeUpdate()
                : Uni.createFrom().item(0);
    }
}
