package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.MessageJson;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.policy.Channel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One message on its way, as the database keeps it. */
@Entity
@Table(name = "delivery")
// parsed at start, not with the first event
@NamedQuery(name = DeliveryRow.OF_THREADS, query = "from DeliveryRow d where d.threadId in :threads order by d.id")
@NamedQuery(
        name = DeliveryRow.GIVEN_UP,
        query =
                "select d.channel, count(d) from DeliveryRow d where d.status = 'failed' and d.givenUpAt >= :since group by d.channel")
@NamedQuery(
        name = DeliveryRow.WAITING,
        query =
                "select d.channel, count(d), min(d.queuedAt) from DeliveryRow d where d.status = 'due' group by d.channel")
class DeliveryRow {

    private static final int MOST_DEATHS = 5;

    static final String OF_THREADS = "deliveries-of-threads";
    static final String GIVEN_UP = "deliveries-given-up";
    static final String WAITING = "deliveries-waiting";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    /** What a repeat is recognised by, together with channel and address. */
    @Column(name = "message_key")
    String key = "";

    /** Null for what is about no single alert. */
    @Nullable
    UUID alertId;

    UUID threadId = new UUID(0, 0);
    String accountId = "";
    String matter = "";

    /** The names of all matters that it is about, as JSON. */
    String matters = "[]";

    String channel = "";
    int revision;
    String address = "";

    /** {@link Recipient} and {@link Content} as JSON. */
    String recipient = "";

    String because = "";
    String content = "";

    /** The event that led to it; empty when none did. */
    String eventId = "";

    /** What shares a lane is sent in order. */
    String lane = "";

    /** {@link Urgency#ordinal()} of what it says, or of what waits for it in its lane: that is {@link Lanes}' to write. */
    @Column(updatable = false)
    short urgency;

    String status = DeliveryStatus.DUE.label();
    int attempts;
    Instant createdAt = Instant.EPOCH;
    Instant dueAt = Instant.EPOCH;

    /** Since when it is due without having been given up: when it was made, or somebody had it tried again. */
    Instant queuedAt = Instant.EPOCH;

    @Nullable
    Instant leasedUntil;

    /** An attempt that is over got no answer, or its process died before it could record one. */
    boolean mayHaveArrived;

    /** How many attempts those were since it was queued, or tried again by hand. */
    int unanswered;

    @Nullable
    Instant firstTriedAt;

    @Nullable
    Instant sentAt;

    @Nullable
    Instant givenUpAt;

    @Nullable
    String lastError;

    /** How the other side names the message; empty where it does not say, or has not got it. */
    String reference = "";

    static DeliveryRow of(Telling telling) {
        DeliveryRow row = new DeliveryRow();
        row.key = telling.thread() + "." + telling.revision();
        row.threadId = telling.thread();
        row.revision = telling.revision();
        row.matters = MessageJson.write(telling.matters());
        row.createdAt = telling.now();
        row.dueAt = telling.now();
        row.queuedAt = telling.now();
        telling.alert().ifPresent(alert -> {
            row.alertId = alert.id();
            row.accountId = alert.episode().matter().accountId();
            row.matter = alert.episode().matter().name();
            row.eventId = alert.version().eventId();
        });
        return row;
    }

    List<String> matters() {
        return MessageJson.names(matters);
    }

    Channel channel() {
        return Channel.labelled(channel)
                .orElseThrow(() -> new IllegalStateException("delivery " + id + " has no such channel: " + channel));
    }

    boolean is(DeliveryStatus other) {
        return status.equals(other.label());
    }

    /** It arrived, may have arrived, or is on its way: somebody may be reading it. */
    boolean maybeRead() {
        return is(DeliveryStatus.SENT) || mayHaveArrived || (is(DeliveryStatus.DUE) && leasedUntil != null);
    }

    boolean waits() {
        return is(DeliveryStatus.DUE) && leasedUntil == null;
    }

    /** It only shows anew what was sent, and nobody can have it yet: whoever has it takes nothing newer under its key. */
    boolean waitsInSilence() {
        return waits() && !mayHaveArrived && readable().filter(Content::silent).isPresent();
    }

    /** What it says of that matter is not sent; if it says nothing else nothing is sent. */
    void withdraw(String name) {
        List<String> others =
                matters().stream().filter(other -> !other.equals(name)).toList();
        if (others.isEmpty()) {
            status = DeliveryStatus.CANCELLED.label();
        } else {
            matters = MessageJson.write(others);
            rewrite(said -> Contents.without(said, accountId, name));
        }
    }

    /** Tells of an alert as it stands now. */
    void show(Item now) {
        rewrite(said -> Contents.with(said, now));
    }

    private void rewrite(UnaryOperator<Content> change) {
        readable().ifPresent(said -> content = MessageJson.write(change.apply(said)));
    }

    /** What it says; empty when a later version does not read it any more: it is given up when its turn comes. */
    private Optional<Content> readable() {
        try {
            return Optional.of(MessageJson.content(content));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The summary that it tells or shows anew; empty when it is about something else. */
    Optional<Summary> summary() {
        return readable().flatMap(Contents::summary);
    }

    /** Tells what is left of its summary; if that is nothing nothing is sent. */
    void become(Optional<Summary> left) {
        left.ifPresentOrElse(
                summary -> content = MessageJson.write(summary), () -> status = DeliveryStatus.CANCELLED.label());
    }

    /** Begins an attempt; answers when the first one was begun. */
    Instant lease(Instant now, Instant until) {
        attempts++;
        if (leasedUntil != null) { // whoever began the attempt before never said how it ended
            mayHaveArrived = true;
            unanswered++;
        }
        leasedUntil = until;
        Instant first = firstTriedAt == null ? now : firstTriedAt;
        firstTriedAt = first;
        return first;
    }

    /** Whether attempts end again and again without anybody saying how: whatever sends it may die of it. */
    boolean isFatal() {
        return unanswered >= MOST_DEATHS;
    }

    /** Ends an attempt of which nothing was sent. */
    void putBack() {
        leasedUntil = null;
    }

    void settle(Outcome outcome, Backoff.Next next, Instant now) {
        leasedUntil = null;
        mayHaveArrived |= outcome.mayHaveArrived();
        unanswered += outcome instanceof Outcome.Unanswered ? 1 : 0;
        switch (next) {
            case Backoff.Next.Done done -> {
                status = DeliveryStatus.SENT.label();
                sentAt = now;
                lastError = null;
                reference = done.reference();
            }
            case Backoff.Next.Withdrawn withdrawn -> {
                status = DeliveryStatus.CANCELLED.label();
                lastError = withdrawn.reason();
            }
            case Backoff.Next.Again again -> {
                dueAt = again.at();
                lastError = again.reason();
            }
            case Backoff.Next.GivenUp givenUp -> {
                status = DeliveryStatus.FAILED.label();
                givenUpAt = now;
                lastError = givenUp.reason();
            }
        }
    }

    void tryAgain(Instant now) {
        status = DeliveryStatus.DUE.label();
        attempts = 0;
        unanswered = 0;
        dueAt = now;
        queuedAt = now;
        leasedUntil = null;
        firstTriedAt = null;
    }

    Message message(String opening) {
        return new Message(
                key,
                threadId,
                revision,
                MessageJson.recipient(recipient),
                because,
                MessageJson.content(content),
                opening,
                mayHaveArrived ? Optional.of(triedSince()) : Optional.empty());
    }

    /** Patience is reckoned anew when somebody has it tried again, what arrived before is not. */
    private Instant triedSince() {
        return firstTriedAt == null || queuedAt.isAfter(createdAt) ? createdAt : firstTriedAt;
    }
}
