package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.Heard;
import dev.bellwether.alert.store.KeptEvent;
import dev.bellwether.contracts.Event;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The messages of some threads within one transaction: what was heard, what is withdrawn, what is added. */
public final class Threads {

    private final List<DeliveryRow> rows;
    private final List<DeliveryRow> added = new ArrayList<>();

    private Threads(List<DeliveryRow> rows) {
        this.rows = new ArrayList<>(rows);
    }

    /** Loads and locks the messages of these threads. */
    public static Uni<Threads> load(Mutiny.Session session, Collection<UUID> threads) {
        return threads.isEmpty()
                ? Uni.createFrom().item(new Threads(List.of()))
                : session.createNamedQuery(DeliveryRow.OF_THREADS, DeliveryRow.class)
                        .setParameter("threads", threads)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList()
                        .map(Threads::new);
    }

    /** What people have heard of a thread so far. */
    public Heard heard(UUID thread) {
        Set<Channel> told = EnumSet.noneOf(Channel.class);
        Set<Channel> pending = EnumSet.noneOf(Channel.class);
        for (DeliveryRow row : rows) {
            if (row.threadId.equals(thread) && row.maybeRead()) {
                told.add(row.channel());
            }
            if (row.threadId.equals(thread) && row.waits()) {
                pending.add(row.channel());
            }
        }
        return new Heard(told, pending);
    }

    /** Withdraws what waits of a thread on these channels. */
    public void withdraw(UUID thread, Set<Channel> channels) {
        rows.stream()
                .filter(row -> row.threadId.equals(thread) && row.waits() && channels.contains(row.channel()))
                .forEach(DeliveryRow::withdraw);
    }

    /** Queues a message on each of these channels for whom the letter is addressed to. */
    public void tell(Alert alert, int revision, Set<Channel> channels, Letter letter) {
        channels.forEach(channel -> add(alert, revision, channel, letter.recipient(), letter));
    }

    /**
     * Queues a message on each of these channels for everybody who may have read the thread there: whoever heard how it
     * began hears how it ends, even if the account has another owner by now.
     */
    public void tellReaders(Alert alert, int revision, Set<Channel> channels, Letter letter) {
        for (Channel channel : channels) {
            Set<String> recipients = channel.isShared() ? Set.of(letter.recipient()) : readers(alert.thread(), channel);
            recipients.forEach(recipient -> add(alert, revision, channel, recipient, letter));
        }
    }

    private Set<String> readers(UUID thread, Channel channel) {
        return rows.stream()
                .filter(row -> row.threadId.equals(thread) && row.channel() == channel && row.maybeRead())
                .map(row -> row.recipient)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    }

    private void add(Alert alert, int revision, Channel channel, String recipient, Letter letter) {
        DeliveryRow row = new DeliveryRow();
        row.alertId = alert.id();
        row.threadId = alert.thread();
        row.accountId = alert.episode().matter().accountId();
        row.matter = alert.episode().matter().name();
        row.channel = channel.label();
        row.revision = revision;
        row.recipient = recipient;
        row.kept = KeptEvent.of(letter.event());
        row.createdAt = letter.now();
        row.dueAt = letter.now();
        rows.add(row);
        added.add(row);
    }

    /**
     * What is put into a message.
     *
     * @param now when it is queued, and due
     */
    public record Letter(String recipient, Event event, Instant now) {}

    /** Writes what was added; what was withdrawn is written with the session. */
    public Uni<Void> save(Mutiny.Session session) {
        Uni<Void> saved = Uni.createFrom().voidItem();
        for (DeliveryRow row : added) {
            saved = saved.chain(() -> session.persist(row));
        }
        return saved;
    }
}
