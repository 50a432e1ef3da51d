package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.MessageJson;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.Heard;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The messages of some threads within one transaction: what was heard, what is withdrawn, what is added. */
public final class Threads {

    private static final String LOCK =
            "select d.id from delivery d where d.thread_id in (:threads) order by d.id for update";

    private final List<DeliveryRow> rows;
    private final List<DeliveryRow> added = new ArrayList<>();
    private final Set<Telling> tellings = new LinkedHashSet<>();

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

    /**
     * Loads and locks the messages of threads that belong to no account: whoever changes them as well is waited for, and
     * what he added is there.
     */
    public static Uni<Threads> ofMany(Mutiny.Session session, Collection<UUID> threads) {
        return threads.isEmpty()
                ? load(session, threads)
                : session.createNativeQuery(LOCK, Long.class)
                        .setParameter("threads", threads)
                        .getResultList()
                        .chain(locked -> load(session, threads));
    }

    /** What people have heard of a matter in a thread so far. */
    public Heard heard(UUID thread, Matter matter) {
        Set<Channel> told = EnumSet.noneOf(Channel.class);
        Set<Channel> pending = EnumSet.noneOf(Channel.class);
        for (DeliveryRow row : of(thread, matter)) {
            if (row.maybeRead()) {
                told.add(row.channel());
            }
            if (row.waits()) {
                pending.add(row.channel());
            }
        }
        return new Heard(told, pending);
    }

    /** Whoever may have read something of the matter in the thread on a channel; one of each address. */
    public Collection<Recipient> readers(UUID thread, Matter matter, Channel channel) {
        return readers(of(thread, matter), channel);
    }

    /** Whoever may have read something of the thread on a channel; one of each address. */
    public Collection<Recipient> readers(UUID thread, Channel channel) {
        return readers(of(thread), channel);
    }

    private static Collection<Recipient> readers(List<DeliveryRow> rows, Channel channel) {
        TreeMap<String, Recipient> readers = new TreeMap<>();
        rows.stream()
                .filter(row -> row.channel() == channel && row.maybeRead())
                .forEach(row -> readers.putIfAbsent(row.address, MessageJson.recipient(row.recipient)));
        return readers.values();
    }

    /** Whether something of the thread was queued for that address before, and not withdrawn. */
    public boolean knows(UUID thread, Channel channel, Recipient recipient) {
        return of(thread).stream()
                .anyMatch(row -> row.channel() == channel
                        && row.address.equals(recipient.address())
                        && (row.maybeRead() || row.waits()));
    }

    /** The number of the next message of a thread. */
    public int nextRevision(UUID thread) {
        return 1 + of(thread).stream().mapToInt(row -> row.revision).max().orElse(0);
    }

    /** Withdraws what waits of a matter in a thread; what is about others as well goes on without it. */
    public void withdraw(UUID thread, Matter matter) {
        of(thread, matter).stream().filter(DeliveryRow::waits).forEach(row -> row.withdraw(matter.name()));
    }

    /**
     * Has what is not sent yet tell of an alert as it stands now: after an outage nobody reads what was true before. What
     * is on its way tells it if it has to be sent again.
     */
    public void show(UUID thread, Item now) {
        of(thread).stream().filter(row -> row.is(DeliveryStatus.DUE)).forEach(row -> row.show(now));
    }

    private List<DeliveryRow> of(UUID thread, Matter matter) {
        return of(thread).stream()
                .filter(row -> row.matters().contains(matter.name()))
                .toList();
    }

    /** Whether somebody may have read something of a thread. */
    public boolean read(UUID thread) {
        return of(thread).stream().anyMatch(DeliveryRow::maybeRead);
    }

    /** The messages of a thread, in the order in which they were queued. */
    List<DeliveryRow> of(UUID thread) {
        return rows.stream().filter(row -> row.threadId.equals(thread)).toList();
    }

    /** Queues a message to one recipient on one channel. */
    public void tell(Telling telling, Channel channel, Recipient recipient, String because, Content content) {
        DeliveryRow row = DeliveryRow.of(telling);
        row.lane = telling.lane() + " " + recipient.address();
        row.channel = channel.label();
        row.address = recipient.address();
        row.recipient = MessageJson.write(recipient);
        row.because = because;
        row.content = MessageJson.write(content);
        row.urgency = (short) Urgency.of(content).ordinal();
        rows.add(row);
        added.add(row);
        tellings.add(telling);
    }

    /** Shows a thread anew in silence; what waits to show it to that reader shows it as it stands now. */
    public void showAnew(Telling telling, Channel channel, Recipient reader, String because, Content content) {
        List<DeliveryRow> told = of(telling.thread()).stream()
                .filter(row -> row.channel() == channel && row.address.equals(reader.address()))
                .toList();
        if (!told.isEmpty() && told.getLast().waitsInSilence()) {
            told.getLast().content = MessageJson.write(content);
        } else {
            tell(telling, channel, reader, because, content);
        }
    }

    /** Writes what was added; what was withdrawn is written with the session. */
    public Uni<Void> save(Mutiny.Session session) {
        return InTurn.each(added, session::persist)
                .chain(() -> InTurn.each(tellings, telling -> Lanes.follow(session, telling)))
                .chain(() -> Lanes.hurry(session, lanes()));
    }

    private Set<String> lanes() {
        return added.stream().map(row -> row.lane).collect(Collectors.toSet());
    }
}
