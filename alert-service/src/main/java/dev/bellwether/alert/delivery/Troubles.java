package dev.bellwether.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.message.MessageJson;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.messaging.InTurn;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells operations, once, that a channel has not delivered for a while, and once that it does again. */
@ApplicationScoped
class Troubles {

    private static final String NEWEST =
            "from DeliveryRow d where d.threadId = :thread and d.channel = :channel order by d.id desc";

    private final Queue queue;
    private final Couriers couriers;
    private final Transactions transactions;
    private final AlertSettings.PagerDuty settings;
    private final InstantSource clock;

    Troubles(Queue queue, Couriers couriers, Transactions transactions, AlertSettings settings, InstantSource clock) {
        this.queue = queue;
        this.couriers = couriers;
        this.transactions = transactions;
        this.settings = settings.pagerDuty();
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return settings.routingKey().isEmpty()
                ? Uni.createFrom().voidItem()
                : queue.waiting().chain(this::compare).invoke(couriers::nudge);
    }

    private Uni<Void> compare(Map<Channel, Waiting> waiting) {
        Instant patience = clock.instant().minus(settings.after());
        return InTurn.each(couriers.channels(), channel -> {
            Optional<Waiting> here = Optional.ofNullable(waiting.get(channel));
            boolean late = here.filter(some -> some.since().isBefore(patience)).isPresent();
            return transactions.in(session -> compare(session, channel, late));
        });
    }

    private Uni<Void> compare(Mutiny.Session session, Channel channel, boolean late) {
        UUID thread = UUID.nameUUIDFromBytes(("trouble " + channel.label()).getBytes(UTF_8));
        return session.createSelectionQuery(NEWEST, DeliveryRow.class)
                .setParameter("thread", thread)
                .setParameter("channel", Channel.PAGERDUTY.label())
                .setMaxResults(1)
                .getResultList()
                .chain(told -> isOpen(told) == late
                        ? Uni.createFrom().voidItem()
                        : session.persist(row(channel, thread, late, told)));
    }

    private static boolean isOpen(List<DeliveryRow> told) {
        return !told.isEmpty()
                && MessageJson.content(told.getFirst().content) instanceof Trouble trouble
                && !trouble.over();
    }

    private DeliveryRow row(Channel channel, UUID thread, boolean late, List<DeliveryRow> told) {
        Instant now = clock.instant();
        Recipient operations = couriers.addressed(Channel.PAGERDUTY, Recipient.person("operations"));
        DeliveryRow row = new DeliveryRow();
        row.threadId = thread;
        row.revision = told.isEmpty() ? 1 : told.getFirst().revision + 1;
        // two processes that see the same at the same time write the same key, of which the database takes one
        row.key = thread + "." + row.revision;
        row.matter = "trouble:" + channel.label();
        row.lane = row.matter;
        row.urgency = (short) Urgency.CRITICAL.ordinal();
        row.channel = Channel.PAGERDUTY.label();
        row.address = operations.address();
        row.recipient = MessageJson.write(operations);
        row.because = "you run Bellwether";
        row.content = MessageJson.write(new Trouble(
                "messages by " + channel.label() + " have not been delivered for "
                        + settings.after().toMinutes() + " minutes",
                !late,
                now));
        row.createdAt = now;
        row.dueAt = now;
        row.queuedAt = now;
        return row;
    }
}
