package dev.bellwether.alert.intake;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.messaging.InTurn;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The ids of events that were taken in, so that a repeat changes nothing. */
@ApplicationScoped
class Inbox {

    private static final String NOTE = """
            insert into inbox (event_id, taken_at) values (:id, :now) on conflict (event_id) do nothing
            """;

    private static final String FORGET = "delete from inbox where taken_at < :before";

    private final Transactions transactions;
    private final AlertSettings settings;
    private final InstantSource clock;

    Inbox(Transactions transactions, AlertSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes the events and answers the ids of those that were not noted before. */
    Uni<Set<String>> note(Mutiny.Session session, List<Event> events) {
        Instant now = clock.instant();
        Set<String> fresh = new HashSet<>();
        return InTurn.each(
                        new HashSet<>(ids(events)),
                        id -> session.createNativeQuery(NOTE)
                                .setParameter("id", id)
                                .setParameter("now", now)
                                .executeUpdate()
                                .invoke(written -> {
                                    if (written == 1) {
                                        fresh.add(id);
                                    }
                                }))
                .replaceWith(fresh);
    }

    /** A moved score is left out: there are many, and the newest wins however often it comes. */
    private static List<String> ids(List<Event> events) {
        List<String> ids = new ArrayList<>();
        for (Event event : events) {
            if (!(event instanceof ScoreChanged)) {
                ids.add(event.id());
            }
        }
        return ids;
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> forgetOld() {
        Instant before = clock.instant().minus(settings.inboxRetention());
        return transactions.in(session -> session.createNativeQuery(FORGET)
                .setParameter("before", before)
                .executeUpdate()
                .replaceWithVoid());
    }
}
