package dev.bellwether.alert.book;

import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Resolved;
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

    /** Writes down what was decided. */
    public void write(Decision decision, Letter letter) {
        switch (decision) {
            case Decision.Ignored ignored -> {}
            case Decision.Kept kept -> keep(kept.alert(), kept.superseded(), letter.event());
            case Decision.Opened opened -> {
                keep(opened.alert(), opened.superseded(), letter.event());
                tell(opened.alert(), letter);
            }
            case Decision.Escalated escalated -> {
                keep(escalated.alert(), List.of(), letter.event());
                tell(escalated.alert(), letter);
            }
            case Decision.Closed closed -> {
                keep(closed.alert(), closed.superseded(), letter.event());
                threads.withdraw(closed.alert().thread(), closed.withdraw());
                tellReaders(closed.alert(), closed.tell(), letter);
            }
        }
    }

    private void tell(Alert alert, Letter letter) {
        var telling = telling(alert, letter);
        letter.recipients().forEach((channel, recipient) -> {
            Group group = group(alert, letter.event());
            Content content = threads.knows(alert.thread(), channel, recipient)
                    ? new FollowUp(group, Set.of(alert.id()), FollowUp.Cause.WORSE)
                    : new AlertMessage(group);
            threads.tell(telling, channel, recipient, letter.because(), content);
        });
    }

    /** Whoever heard how it began hears how it ends, even if the account has another owner by now. */
    private void tellReaders(Alert alert, Set<Channel> channels, Letter letter) {
        var telling = telling(alert, letter);
        Content content = new Resolved(group(alert, letter.event()), Set.of(alert.id()));
        for (Channel channel : channels) {
            for (Recipient reader : threads.readers(alert.thread(), channel)) {
                threads.tell(telling, channel, reader, letter.because(reader), content);
            }
        }
    }

    private Threads.Telling telling(Alert alert, Letter letter) {
        return new Threads.Telling(alert, threads.nextRevision(alert.thread()), letter.now());
    }

    private static Group group(Alert alert, Event event) {
        var item = new Item(alert.id(), alert.severity(), alert.state().label(), States.by(alert.state()), event);
        return new Group(event.accountId(), List.of(item));
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

    /** Writes everything: first the alerts that stop being open, since of a matter the database allows one open alert. */
    public Uni<Void> save(Mutiny.Session session) {
        return session.flush()
                .chain(() -> session.persistAll(added.toArray()))
                .chain(session::flush)
                .chain(() -> threads.save(session));
    }
}
