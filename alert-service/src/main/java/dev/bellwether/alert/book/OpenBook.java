package dev.bellwether.alert.book;

import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.Decision;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Heard;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.Past;
import dev.bellwether.contracts.Event;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The alerts of some matters within one transaction: read, decided upon, and written again. */
public final class OpenBook {

    private final Map<UUID, AlertRow> rows = new LinkedHashMap<>();
    private final List<AlertRow> added = new ArrayList<>();
    private final Threads threads;

    OpenBook(List<AlertRow> rows, Threads threads) {
        rows.forEach(row -> this.rows.put(row.id, row));
        this.threads = threads;
    }

    /** All that is known of the matter that the event speaks of, what was decided in this transaction included. */
    public Past past(Event event) {
        return Book.episode(event).map(this::past).orElseGet(() -> new Past(List.of(), Map.of()));
    }

    private Past past(Episode episode) {
        Matter matter = episode.matter();
        List<Alert> alerts = rows.values().stream()
                .filter(row -> row.matter().equals(matter))
                .map(AlertRow::alert)
                .toList();
        Map<UUID, Heard> heard = new HashMap<>();
        alerts.forEach(alert -> heard.put(alert.thread(), threads.heard(alert.thread())));
        return new Past(alerts, heard);
    }

    /**
     * Writes down what was decided.
     *
     * @param everywhere the channels on which people can be told
     */
    public void write(Decision decision, Set<Channel> everywhere, Threads.Letter letter) {
        switch (decision) {
            case Decision.Ignored ignored -> {}
            case Decision.Kept kept -> keep(kept.alert(), kept.superseded(), letter.event());
            case Decision.Opened opened -> {
                AlertRow row = keep(opened.alert(), opened.superseded(), letter.event());
                threads.tell(opened.alert(), revision(row, everywhere), everywhere, letter);
            }
            case Decision.Escalated escalated -> {
                AlertRow row = keep(escalated.alert(), List.of(), letter.event());
                threads.tell(escalated.alert(), revision(row, everywhere), everywhere, letter);
            }
            case Decision.Closed closed -> {
                AlertRow row = keep(closed.alert(), closed.superseded(), letter.event());
                threads.withdraw(closed.alert().thread(), closed.withdraw());
                threads.tellReaders(closed.alert(), revision(row, closed.tell()), closed.tell(), letter);
            }
        }
    }

    private AlertRow keep(Alert alert, List<Alert> superseded, Event event) {
        superseded.forEach(old -> row(old).become(old));
        AlertRow row = row(alert);
        row.become(alert);
        row.keep(event);
        return row;
    }

    private AlertRow row(Alert alert) {
        return rows.computeIfAbsent(alert.id(), id -> {
            AlertRow row = AlertRow.of(alert);
            added.add(row);
            return row;
        });
    }

    private static int revision(AlertRow row, Set<Channel> channels) {
        if (!channels.isEmpty()) {
            row.revision++;
        }
        return row.revision;
    }

    /** Writes everything: first the alerts that stop being open, since of a matter the database allows one open alert. */
    public Uni<Void> save(Mutiny.Session session) {
        return session.flush()
                .chain(() -> session.persistAll(added.toArray()))
                .chain(session::flush)
                .chain(() -> threads.save(session));
    }
}
