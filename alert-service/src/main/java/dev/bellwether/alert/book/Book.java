package dev.bellwether.alert.book;

import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Subject;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens the alerts that events may touch, under the lock of their accounts. */
public final class Book {

    private Book() {}

    /** Keeps what the events say of the accounts, and opens what they may touch. Locks until the transaction ends. */
    public static Uni<OpenBook> open(Mutiny.Session session, List<Event> events) {
        return Accounts.lockAndUpdate(session, events)
                .chain(() -> alerts(session, events))
                .chain(rows -> Threads.load(session, threads(rows)).map(threads -> new OpenBook(rows, threads)));
    }

    /** Where people may have heard of them: in their own threads, and in summaries. */
    private static Set<UUID> threads(List<AlertRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.threadId), Stream.ofNullable(row.summaryId)))
                .collect(Collectors.toSet());
    }

    /** The episode that an event speaks of, if it speaks of one. */
    static Optional<Episode> episode(Event event) {
        return switch (event) {
            case HealthEvent e -> Subject.of(e);
            case RenewalEvent e -> Optional.of(Subject.of(e));
            case Fact e -> Optional.empty();
        };
    }

    private static Uni<List<AlertRow>> alerts(Mutiny.Session session, List<Event> events) {
        List<Episode> episodes =
                events.stream().flatMap(event -> episode(event).stream()).toList();
        if (episodes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<UUID> ids = episodes.stream().map(Episode::alertId).collect(Collectors.toSet());
        return session.createNamedQuery(AlertRow.TOUCHED, AlertRow.class)
                .setParameter("ids", ids)
                .setParameter(
                        "accounts",
                        distinct(episodes, episode -> episode.matter().accountId()))
                .setParameter(
                        "matters",
                        distinct(episodes, episode -> episode.matter().name()))
                .getResultList();
    }

    private static Set<String> distinct(List<Episode> episodes, Function<Episode, String> property) {
        return episodes.stream().map(property).collect(Collectors.toSet());
    }
}
