package dev.bellwether.alert.book;

import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.Decision;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Heard;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.Past;
import dev.bellwether.alert.policy.telling.Progress;
import dev.bellwether.alert.policy.telling.Progresses;
import dev.bellwether.contracts.Event;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The alerts of some matters within one transaction: read, decided upon, and written again. */
public final class OpenBook {

    private final Map<UUID, AlertRow> rows = new LinkedHashMap<>();
    private final List<AlertRow> added = new ArrayList<>();
    private final Set<AlertRow> changed = new LinkedHashSet<>();
    private final Set<AlertRow> left = new LinkedHashSet<>();
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
        alerts.forEach(alert -> heard.put(alert.thread(), threads.heard(alert.thread(), matter)));
        return new Past(alerts, heard);
    }

    /** Writes down what was decided of an event, and what is to be told. */
    public void write(Decision decision, Event event, Instant now) {
        Map<UUID, Progress> progress = Progresses.after(decision, this::progress);
        switch (decision) {
            case Decision.Ignored ignored -> {}
            case Decision.Kept kept -> keep(kept.alert(), kept.superseded(), event);
            case Decision.Returned returned -> {
                keep(returned.alert(), List.of(), event);
                inherit(row(returned.alert()), rows.get(returned.ended()));
            }
            case Decision.Opened opened -> keep(opened.alert(), opened.superseded(), event);
            case Decision.Escalated escalated -> keep(escalated.alert(), List.of(), event);
            case Decision.Closed closed -> {
                keep(closed.alert(), closed.superseded(), event);
                threads.withdraw(
                        closed.alert().thread(), closed.alert().episode().matter());
            }
        }
        progress.forEach((id, next) -> {
            AlertRow row = rows.get(id);
            if (row != null) {
                row.become(next);
                if (decision instanceof Decision.Closed closed && !heard(closed, row)) {
                    row.unheard();
                }
                row.changedAt = now;
                changed.add(row);
            }
        });
    }

    /** What was withdrawn before anybody read it was not told: when it is back it is first news. */
    private boolean heard(Decision.Closed closed, AlertRow row) {
        return !closed.tell().isEmpty() || (row.summaryId != null && threads.read(row.summaryId));
    }

    private Progress progress(UUID id) {
        AlertRow row = rows.get(id);
        return row == null ? Progress.NOTHING : row.progress();
    }

    /** The alerts that were decided upon. */
    Collection<AlertRow> changed() {
        return changed;
    }

    /** The alerts whose place others took that go on in threads of their own. */
    Collection<AlertRow> left() {
        return left;
    }

    private void keep(Alert alert, List<Alert> superseded, Event event) {
        for (Alert old : superseded) {
            AlertRow row = row(old);
            row.become(old);
            if (!old.thread().equals(alert.thread())) {
                left.add(row);
            }
        }
        AlertRow row = row(alert);
        row.become(alert);
        superseded.stream().filter(old -> old.thread().equals(alert.thread())).forEach(old -> inherit(row, row(old)));
        row.keep(event);
    }

    /** What goes on under another id stays with whoever it was given to, and where it was told. */
    private static void inherit(AlertRow row, @Nullable AlertRow old) {
        if (old == null) {
            return;
        }
        if (row.assignee == null) {
            row.assignee = old.assignee;
        }
        if (row.summaryId == null) {
            row.summaryId = old.summaryId;
            old.summaryId = null;
        }
    }

    private AlertRow row(Alert alert) {
        return rows.computeIfAbsent(alert.id(), id -> {
            AlertRow row = AlertRow.of(alert);
            added.add(row);
            return row;
        });
    }

    /** Writes everything: first the alerts that stop being open, since of a matter the database allows one open alert. */
    public Uni<Void> save(Mutiny.Session session) {
        return session.flush().chain(() -> session.persistAll(added.toArray())).chain(session::flush);
    }
}
