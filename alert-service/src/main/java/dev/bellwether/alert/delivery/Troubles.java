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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells operations, once, that a channel has not delivered for a while or that messages were given up, and once that it
 * is over: it delivers again; what was given up was tried again, or is a day ago.
 */
@ApplicationScoped
class Troubles {

    private static final String NEWEST =
            "from DeliveryRow d where d.threadId = :thread and d.channel = :channel order by d.id desc";

    private static final Duration FRESH = Duration.ofDays(1);

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
        Instant now = clock.instant();
        return settings.routingKey().isEmpty()
                ? Uni.createFrom().voidItem()
                : queue.waiting()
                        .chain(waiting -> queue.givenUp(now.minus(FRESH))
                                .chain(givenUp -> InTurn.each(
                                        couriers.channels(),
                                        channel -> InTurn.each(
                                                List.of(
                                                        late(channel, Optional.ofNullable(waiting.get(channel)), now),
                                                        lost(channel, givenUp.getOrDefault(channel, 0L))),
                                                this::compare))))
                        .invoke(couriers::nudge);
    }

    /**
     * What may be wrong with a channel.
     *
     * @param name of what is wrong; with the channel it is one incident
     * @param there whether it is so now
     */
    private record Ailment(Channel channel, String name, String summary, boolean there) {

        UUID thread() {
            return UUID.nameUUIDFromBytes((name + " " + channel.label()).getBytes(UTF_8));
        }
    }

    private Ailment late(Channel channel, Optional<Waiting> waiting, Instant now) {
        boolean late = waiting.filter(some -> some.since().isBefore(now.minus(settings.after())))
                .isPresent();
        String summary = "messages by " + channel.label() + " have not been delivered for "
                + settings.after().toMinutes() + " minutes";
        return new Ailment(channel, "trouble", summary, late);
    }

    private static Ailment lost(Channel channel, long givenUp) {
        String summary = "messages by " + channel.label() + " were given up; GET /v1/deliveries?status=failed&channel="
                + channel.label() + " says why";
        return new Ailment(channel, "given-up", summary, givenUp > 0);
    }

    private Uni<Void> compare(Ailment ailment) {
        return transactions.in(session -> session.createSelectionQuery(NEWEST, DeliveryRow.class)
                .setParameter("thread", ailment.thread())
                .setParameter("channel", Channel.PAGERDUTY.label())
                .setMaxResults(1)
                .getResultList()
                .chain(told -> isOpen(told) == ailment.there()
                        ? Uni.createFrom().voidItem()
                        : session.persist(row(ailment, told))));
    }

    private static boolean isOpen(List<DeliveryRow> told) {
        return !told.isEmpty()
                && MessageJson.content(told.getFirst().content) instanceof Trouble trouble
                && !trouble.over();
    }

    private DeliveryRow row(Ailment ailment, List<DeliveryRow> told) {
        Instant now = clock.instant();
        Recipient operations = couriers.addressed(Channel.PAGERDUTY, Recipient.person("operations"));
        DeliveryRow row = new DeliveryRow();
        row.threadId = ailment.thread();
        row.revision = told.isEmpty() ? 1 : told.getFirst().revision + 1;
        // two processes that see the same at the same time write the same key, of which the database takes one
        row.key = row.threadId + "." + row.revision;
        row.matter = ailment.name() + ":" + ailment.channel().label();
        row.lane = row.matter;
        row.urgency = (short) Urgency.CRITICAL.ordinal();
        row.channel = Channel.PAGERDUTY.label();
        row.address = operations.address();
        row.recipient = MessageJson.write(operations);
        row.because = "you run Bellwether";
        row.content = MessageJson.write(new Trouble(ailment.summary(), !ailment.there(), now));
        row.createdAt = now;
        row.dueAt = now;
        row.queuedAt = now;
        return row;
    }
}
